package dev.imagesunset.recipes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** Follows a text through its source file, to the requests that are made of it. */
final class Flow {
    private final Set<Definition> followed = new HashSet<>();
    private final List<Cursor> deletes = new ArrayList<>();

    private Flow() {}

    /** The calls that take a value as the address of a delete; empty if anything else, or unknown, may become of it. */
    static Optional<List<Cursor>> deletesBy(Cursor value) {
        Flow flow = new Flow();
        return flow.endsInDeletes(value) ? Optional.of(flow.deletes) : Optional.empty();
    }

    private boolean endsInDeletes(Cursor value) {
        Cursor annotation = ClientAnnotations.addressedBy(value);
        if (annotation != null) {
            return ClientAnnotations.isDelete(annotation, value.getValue()) && deletes.add(annotation);
        }
        Cursor at = value.getParentTreeCursor();
        Object user = at.getValue();
        if (user instanceof J.MethodInvocation call) {
            return endsInDeletes(value.getValue(), call, at);
        }
        if (user instanceof J.Lambda lambda && lambda.getBody() == value.getValue()) {
            Cursor outer = at.getParentTreeCursor();
            return outer.getValue() instanceof J.MethodInvocation call && isDelete(lambda, call, outer);
        }
        return Addresses.isMade(user, value.getValue()) ? endsInDeletes(at) : isOnlyUsedByDeletes(value);
    }

    private boolean endsInDeletes(Expression value, J.MethodInvocation call, Cursor at) {
        return isDelete(value, call, at) || (Addresses.isMade(call, value) && endsInDeletes(at));
    }

    private boolean isDelete(Expression value, J.MethodInvocation call, Cursor at) {
        return Deletes.isAddressedBy(value, call, at) && deletes.add(at);
    }

    private boolean isOnlyUsedByDeletes(Cursor value) {
        Optional<Definition> definition = Definition.of(value).filter(followed::add);
        List<Cursor> uses = definition.map(Uses::of).orElse(List.of());
        return !uses.isEmpty() && uses.stream().allMatch(this::endsInDeletes);
    }
}
