package dev.imagesunset.client.testing;

import dev.imagesunset.client.model.Image;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A page of the images that a query finds. */
record StubQuery(Map<String, String> parameters) {
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "marker", "sort_key", "sort_dir");
    private static final String PATH = "/v2/images";
    private static final String MOST = "25";

    Map<String, Object> page(StubCatalogue catalogue) {
        parameters.forEach(StubQuery::check);
        List<Image> found = after(sorted(catalogue.allEver())).stream()
                .filter(image -> !catalogue.isDeleted(image.getId()) && matches(image))
                .toList();
        int limit = number(parameters.getOrDefault("limit", MOST));
        List<Image> page = found.stream().limit(limit).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("images", page.stream().map(Image::toMap).toList());
        body.put("first", link(Map.of()));
        if (found.size() > limit && !page.isEmpty()) {
            body.put(
                    "next",
                    link(Map.of("marker", page.get(page.size() - 1).getId().toString())));
        }
        body.put("schema", "/v2/schemas/images");
        return body;
    }

    private boolean matches(Image image) {
        boolean isListed =
                switch (parameters.getOrDefault("visibility", "")) {
                    case "" -> image.getVisibility() == Image.VisibilityEnum.PUBLIC || StubCatalogue.isOwn(image);
                    default -> StubCatalogue.isVisible(image);
                };
        boolean isHiddenAsWanted =
                String.valueOf(image.getOsHidden()).equals(parameters.getOrDefault("os_hidden", "false"));
        return isListed && isHiddenAsWanted && parameters.entrySet().stream().allMatch(it -> matches(image, it));
    }

    private static boolean matches(Image image, Map.Entry<String, String> parameter) {
        boolean isAny =
                parameter.getKey().equals("visibility") && parameter.getValue().equals("all");
        String wanted =
                parameter.getValue().startsWith("eq:") ? parameter.getValue().substring(3) : parameter.getValue();
        return isAny || OF_THE_PAGE.contains(parameter.getKey()) || wanted.equals(text(image, parameter.getKey()));
    }

    /** Of images that are equal, the one that came first is the least. */
    private List<Image> sorted(List<Image> images) {
        String key = parameters.getOrDefault("sort_key", "created_at");
        List<Image> sorted = new ArrayList<>(images);
        sorted.sort(Comparator.comparing(image -> sortable(image, key)));
        if (!parameters.getOrDefault("sort_dir", "desc").equals("asc")) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    private static String sortable(Image image, String key) {
        return image.toMap().get(key) instanceof Long number ? "%020d".formatted(number) : text(image, key);
    }

    private static String text(Image image, String property) {
        return Optional.ofNullable(image.toMap().get(property))
                .map(Object::toString)
                .orElse("");
    }

    private List<Image> after(List<Image> sorted) {
        String marker = parameters.get("marker");
        if (marker == null) {
            return sorted;
        }
        UUID last = StubCatalogue.id(marker);
        if (sorted.stream().noneMatch(image -> image.getId().equals(last) && StubCatalogue.isVisible(image))) {
            throw new Refusal(400, "parameter-invalid", "The marker must be the id of an image that you see.");
        }
        return sorted.stream()
                .dropWhile(image -> !image.getId().equals(last))
                .skip(1)
                .toList();
    }

    private String link(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.remove("marker");
        all.putAll(more);
        return all.isEmpty()
                ? PATH
                : all.entrySet().stream()
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&", PATH + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void check(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Refusal(400, "parameter-invalid", "No image has a " + name + " with the character NUL.");
        }
    }

    private static int number(String limit) {
        if (!limit.matches("\\d{1,9}")) {
            throw new Refusal(400, "parameter-invalid", "The limit must be a number, not " + limit);
        }
        return Integer.parseInt(limit);
    }
}
