package dev.imagesunset.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/** Recognizes calls that delete what an address names. */
final class Deletes {
    private static final String REQUEST = "java.net.http.HttpRequest";
    private static final String REST_CLIENT = "org.springframework.web.client.RestClient";
    private static final String WEB_CLIENT = "org.springframework.web.reactive.function.client.WebClient";
    private static final String REQUEST_ENTITY = "org.springframework.http.RequestEntity";
    private static final String OKHTTP = "okhttp3.Request$Builder";
    private static final Set<String> OKHTTPS_METHODS = Set.of("delete", "get", "head", "patch", "post", "put");
    private static final String REST_TEMPLATE = "org.springframework.web.client.Rest";

    private Deletes() {}

    /** Whether a call takes a value as an address, and cannot become anything but a delete. */
    static boolean isAddressedBy(Expression value, J.MethodInvocation call, Cursor at) {
        if (call.getArguments().isEmpty() || call.getArguments().get(0) != value) {
            return false;
        }
        String type = Addresses.declaring(call);
        if (type.equals(REQUEST) || type.equals(REQUEST + "$Builder")) {
            return isDelete(chain(at));
        }
        String name = call.getSimpleName();
        if (type.startsWith(REST_CLIENT) || type.startsWith(WEB_CLIENT)) {
            return name.equals("uri") && isSpringsDelete(call.getSelect());
        }
        return (type.equals(OKHTTP) && name.equals("url") && isDelete(chain(at)))
                || (type.equals(REQUEST_ENTITY) && name.equals("delete"))
                || (type.startsWith(REST_TEMPLATE) && isTemplatesDelete(call));
    }

    private static boolean isTemplatesDelete(J.MethodInvocation call) {
        return switch (call.getSimpleName()) {
            case "delete" -> true;
            case "exchange" ->
                call.getArguments().size() > 1
                        && isSpringsWordForIt(call.getArguments().get(1));
            default -> false;
        };
    }

    private static boolean isSpringsDelete(@Nullable Expression select) {
        return select instanceof J.MethodInvocation call
                && (call.getSimpleName().equals("delete")
                        || (call.getSimpleName().equals("method")
                                && isSpringsWordForIt(call.getArguments().get(0))));
    }

    private static boolean isSpringsWordForIt(Expression method) {
        String name = method instanceof J.FieldAccess field
                ? field.getSimpleName()
                : method instanceof J.Identifier word ? word.getSimpleName() : "";
        return name.equals("DELETE")
                && TypeUtils.isOfClassType(method.getType(), "org.springframework.http.HttpMethod");
    }

    /** One that sets the method once, and is built before it can get out of sight. */
    private static boolean isDelete(List<J.MethodInvocation> chain) {
        List<J.MethodInvocation> methods =
                chain.stream().filter(Deletes::setsTheMethod).toList();
        return methods.size() == 1
                && isDelete(methods.get(0))
                && chain.get(chain.size() - 1).getSimpleName().equals("build");
    }

    private static boolean setsTheMethod(J.MethodInvocation call) {
        String name = call.getSimpleName();
        return name.equals("method")
                || OKHTTPS_METHODS.contains(name)
                || name.chars().allMatch(Character::isUpperCase);
    }

    private static boolean isDelete(J.MethodInvocation call) {
        return call.getSimpleName().equalsIgnoreCase("DELETE")
                || (call.getSimpleName().equals("method")
                        && call.getArguments().get(0) instanceof J.Literal name
                        && "DELETE".equals(name.getValue()));
    }

    /** The calls on a builder from its making on, of which one is given. */
    private static List<J.MethodInvocation> chain(Cursor at) {
        Cursor last = at;
        for (Cursor next = at.getParentTreeCursor();
                next.getValue() instanceof J.MethodInvocation call && call.getSelect() == last.getValue();
                next = next.getParentTreeCursor()) {
            last = next;
        }
        List<J.MethodInvocation> calls = new ArrayList<>();
        for (Object call = last.getValue(); call instanceof J.MethodInvocation it; call = it.getSelect()) {
            calls.add(0, it);
        }
        return calls;
    }
}
