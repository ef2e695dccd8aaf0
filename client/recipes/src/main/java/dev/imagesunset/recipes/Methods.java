package dev.imagesunset.recipes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;

/** The methods of a source file, and which may call which, going by their names. */
final class Methods {
    private final List<J.MethodDeclaration> all = new ArrayList<>();
    private final Set<String> types = new HashSet<>();
    private final List<J> fields = new ArrayList<>();

    Methods(J.CompilationUnit file) {
        new Collector().visit(file, this);
    }

    static boolean isPrivate(J.MethodDeclaration method) {
        return method.hasModifier(J.Modifier.Type.Private);
    }

    /** The names of the file's types. */
    Set<String> types() {
        return types;
    }

    Stream<J> fields() {
        return fields.stream();
    }

    /** Those that may call or use what has a name. */
    Stream<J.MethodDeclaration> naming(String name) {
        return all.stream().filter(it -> names(it).contains(name));
    }

    List<J.MethodDeclaration> calledBy(J.MethodDeclaration caller) {
        Set<String> names = names(caller);
        return all.stream().filter(it -> names.contains(it.getSimpleName())).toList();
    }

    private static Set<String> names(J.MethodDeclaration method) {
        Set<String> names = new HashSet<>();
        new JavaIsoVisitor<Set<String>>() {
            @Override
            public J.Identifier visitIdentifier(J.Identifier word, Set<String> words) {
                words.add(word.getSimpleName());
                return word;
            }
        }.visit(method.getBody(), names);
        return names;
    }

    private static final class Collector extends JavaIsoVisitor<Methods> {
        @Override
        public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, Methods methods) {
            if (type.getType() != null) {
                methods.types.add(type.getType().getFullyQualifiedName());
            }
            return super.visitClassDeclaration(type, methods);
        }

        @Override
        public J.MethodDeclaration visitMethodDeclaration(J.MethodDeclaration method, Methods methods) {
            methods.all.add(method);
            return super.visitMethodDeclaration(method, methods);
        }

        @Override
        public J.VariableDeclarations visitVariableDeclarations(J.VariableDeclarations variables, Methods methods) {
            if (getCursor().firstEnclosing(J.MethodDeclaration.class) == null) {
                methods.fields.add(variables);
            }
            return super.visitVariableDeclarations(variables, methods);
        }
    }
}
