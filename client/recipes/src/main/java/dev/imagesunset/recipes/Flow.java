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

    /** The calls that take a text as the address of a delete; empty if anything else, or unknown, may become of it. */
    static Optional<List<Cursor>> deletesBy(Cursor value, String text) {
        Flow flow = new Flow();
        return flow.endsInDeletes(value, Tails.of(text)) ? Optional.of(flow.deletes) : Optional.empty();
    }

    private boolean endsInDeletes(Cursor value, String tail) {
        Cursor annotation = ClientAnnotations.addressedBy(value);
        if (annotation != null) {
            return ClientAnnotations.isDelete(annotation, value.getValue())
                    && Tails.isOneImage(tail)
                    && deletes.add(annotation);
        }
        Cursor at = value.getParentTreeCursor();
        Object user = at.getValue();
        if (user instanceof J.MethodInvocation call) {
            return endsInDeletes(value.getValue(), tail, call, at);
        }
        if (user instanceof J.Lambda lambda && lambda.getBody() == value.getValue()) {
            Cursor outer = at.getParentTreeCursor();
            return outer.getValue() instanceof J.MethodInvocation call && isDelete(lambda, tail, call, outer);
        }
        return Addresses.isMade(user, value.getValue())
                ? endsInDeletes(at, Tails.after(tail, user, value.getValue()))
                : isOnlyUsedByDeletes(value, tail);
    }

    private boolean endsInDeletes(Expression value, String tail, J.MethodInvocation call, Cursor at) {
        return isDelete(value, tail, call, at)
                || (Addresses.isMade(call, value) && endsInDeletes(at, Tails.after(tail, call, value)));
    }

    private boolean isDelete(Expression value, String tail, J.MethodInvocation call, Cursor at) {
        return Deletes.isAddressedBy(value, call, at) && Tails.isOneImage(tail, call, value) && deletes.add(at);
    }

    private boolean isOnlyUsedByDeletes(Cursor value, String tail) {
        Optional<Definition> definition = Definition.of(value).filter(followed::add);
        List<Cursor> uses = definition.map(Uses::of).orElse(List.of());
        return !uses.isEmpty() && uses.stream().allMatch(use -> endsInDeletes(use, tail));
    }
}
