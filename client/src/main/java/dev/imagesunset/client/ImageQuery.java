package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiException;
import dev.imagesunset.client.generated.ApiResponse;
import dev.imagesunset.client.generated.ImagesApi;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.Images;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list, and in which order. A query is immutable; each of its methods gives another one that has one
 * condition more, in place of an earlier one of the same kind.
 */
public final class ImageQuery {
    private static final ImageQuery ALL = new ImageQuery(Map.of());

    private final Map<String, Object> parameters;

    private ImageQuery(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    /** What images can be sorted by. */
    public enum SortKey {
        NAME,
        STATUS,
        ID,
        SIZE,
        DISK_FORMAT,
        CONTAINER_FORMAT,
        CREATED_AT,
        UPDATED_AT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All images that the caller's project owns and all that are {@code public}, for an {@code admin} all that there are,
     * but none that is hidden or deleted; the newest first.
     */
    public static ImageQuery all() {
        return ALL;
    }

    /** Only images of this very name. */
    public ImageQuery withName(String name) {
        // What stands before a colon could be taken for an operator.
        return with("name", name.indexOf(':') < 0 ? name : "eq:" + name);
    }

    /** Only images in this status. */
    public ImageQuery withStatus(Image.StatusEnum status) {
        return with("status", status.getValue());
    }

    /** Only images of this visibility; the only way to {@code community} images of other projects, besides the next one. */
    public ImageQuery withVisibility(Image.VisibilityEnum visibility) {
        return with("visibility", visibility.getValue());
    }

    /** Images of every visibility, {@code community} ones of other projects included. */
    public ImageQuery withAnyVisibility() {
        return with("visibility", "all");
    }

    /** Only images of this project. */
    public ImageQuery withOwner(String projectId) {
        return with("owner", projectId);
    }

    /** Only images that are protected against deletion, or only others. */
    public ImageQuery withProtected(boolean isProtected) {
        return with("protected", isProtected);
    }

    /** Only hidden images instead of only others. */
    public ImageQuery withHidden(boolean isHidden) {
        return with("os_hidden", isHidden);
    }

    /**
     * How many images to ask for at a time; the service's own choice by default, and its own limit applies.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ImageQuery withPageSize(int images) {
        if (images < 1) {
            throw new IllegalArgumentException("A page must have 1 image or more, not " + images);
        }
        return with("limit", images);
    }

    /** Sorted, the least first; equal ones by their ids. */
    public ImageQuery ascendingBy(SortKey key) {
        return with("sort_key", key.word()).with("sort_dir", "asc");
    }

    /** Sorted, the greatest first; equal ones by their ids. */
    public ImageQuery descendingBy(SortKey key) {
        return with("sort_key", key.word()).with("sort_dir", "desc");
    }

    CompletableFuture<ApiResponse<Images>> send(ImagesApi api, @Nullable String marker, Map<String, String> headers)
            throws ApiException {
        ImagesApi.APIListImagesRequest request = ImagesApi.APIListImagesRequest.newBuilder()
                .name(text("name"))
                .status(text("status"))
                .visibility(text("visibility"))
                .owner(text("owner"))
                ._protected((Boolean) parameters.get("protected"))
                .osHidden((Boolean) parameters.get("os_hidden"))
                .limit((Integer) parameters.get("limit"))
                .marker(marker)
                .sortKey(list("sort_key"))
                .sortDir(list("sort_dir"))
                .build();
        return api.listImagesWithHttpInfo(request, headers);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageQuery query && query.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return "ImageQuery" + parameters;
    }

    private ImageQuery with(String parameter, Object value) {
        Map<String, Object> more = new TreeMap<>(parameters);
        more.put(parameter, value);
        return new ImageQuery(more);
    }

    private @Nullable String text(String parameter) {
        return (String) parameters.get(parameter);
    }

    private @Nullable List<String> list(String parameter) {
        String value = text(parameter);
        return value == null ? null : List.of(value);
    }
}
