package dev.imagesunset.server.image;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a list's query as Glance would, including what the contract's rules, which have been checked, do not cover. */
@Component
public class ImageQueries {
    /** Parameters that are not filters, or that select from what a caller sees. */
    private static final Set<String> OTHERS =
            Set.of("visibility", "member_status", "limit", "marker", "sort", "sort_key", "sort_dir");

    private final Set<String> known;

    ImageQueries(Contract contract) {
        known = contract.properties("Image").keySet();
    }

    /**
     * Reads a query.
     *
     * @param parameters the values of each parameter, by name
     * @param limit how many to list at most
     * @throws Refusal if a parameter cannot have its value, or is neither known nor a possible custom property
     */
    public ImageQuery read(Map<String, String[]> parameters, int limit) {
        List<Condition> filters = new ArrayList<>();
        Map<String, String> properties = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (name.equals("tag")) {
                filters.add(ImageFilters.tags(List.of(values)));
            } else if (!OTHERS.contains(name)) {
                Optional<Condition> filter = ImageFilters.of(name, values[0]);
                filter.ifPresentOrElse(filters::add, () -> properties.put(requireCustom(name), values[0]));
            }
        });
        if (!properties.isEmpty()) {
            filters.add(ImageFilters.properties(properties));
        }
        if (!parameters.containsKey("os_hidden")) {
            filters.add(ImageFilters.is("os_hidden", false));
        }
        String @Nullable [] visibility = parameters.get("visibility");
        return new ImageQuery(
                List.copyOf(filters),
                visibility == null ? null : visibility[0],
                SortParameters.read(parameters),
                limit);
    }

    /** Refuses a name that no custom property can have: the empty list would mislead the caller. */
    private String requireCustom(String name) {
        String column = name.replaceFirst("_(min|max)$", "");
        if (known.contains(column) || PropertyRules.RESERVED.contains(name) || name.equals("changes-since")) {
            throw Refusal.ofParameter(
                    name,
                    "is neither a filter nor the name of a custom property. The contract, /openapi/image-service.yaml, lists the filters");
        }
        return name;
    }
}
