package dev.imagesunset.server.sunset;

import dev.imagesunset.server.request.Caller;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of the callers that the end depends on.
 *
 * @param known the projects that called before it was closed to newcomers, if they are known
 * @param gone those of the interlock's projects that had stopped calling by the sunset
 */
record SeenCallers(Optional<Set<String>> known, Set<String> gone) {
    static final SeenCallers NONE = new SeenCallers(Optional.empty(), Set.of());
    private static final String OTHERS = "(others)";

    /**
     * Whether a project never called before; if some callers were counted without their names, no project counts as
     * new, nor do those who call for none.
     */
    boolean isNew(String project) {
        boolean isProject = !project.equals(OTHERS) && !project.equals(Caller.NO_PROJECT);
        return isProject
                && known.filter(callers -> !callers.contains(project) && !callers.contains(OTHERS))
                        .isPresent();
    }
}
