package dev.imagesunset.client;

import dev.imagesunset.client.ImagesRequests.ListImages;
import dev.imagesunset.client.model.Image;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list, and in which order. A query is immutable; each of its methods gives another one that has one
 * condition more, in place of an earlier one of the same kind.
 */
public final class ImageQuery {
    private static final ImageQuery ALL = new ImageQuery(ListImages.ALL);

    private final ListImages parameters;

    private ImageQuery(ListImages parameters) {
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
        return new ImageQuery(parameters.name(name.indexOf(':') < 0 ? name : "eq:" + name));
    }

    /** Only images in this status. */
    public ImageQuery withStatus(Image.StatusEnum status) {
        return new ImageQuery(parameters.status(status.getValue()));
    }

    /** Only images of this visibility; the only way to {@code community} images of other projects, besides the next one. */
    public ImageQuery withVisibility(Image.VisibilityEnum visibility) {
        return new ImageQuery(parameters.visibility(visibility.getValue()));
    }

    /** Images of every visibility, {@code community} ones of other projects included. */
    public ImageQuery withAnyVisibility() {
        return new ImageQuery(parameters.visibility("all"));
    }

    /** Only images of this project. */
    public ImageQuery withOwner(String projectId) {
        return new ImageQuery(parameters.owner(projectId));
    }

    /** Only images that are protected against deletion, or only others. */
    public ImageQuery withProtected(boolean isProtected) {
        return new ImageQuery(parameters._protected(isProtected));
    }

    /** Only hidden images instead of only others. */
    public ImageQuery withHidden(boolean isHidden) {
        return new ImageQuery(parameters.osHidden(isHidden));
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
        return new ImageQuery(parameters.limit(images));
    }

    /** Sorted, the least first; equal ones by their ids. */
    public ImageQuery ascendingBy(SortKey key) {
        return sortedBy(key, "asc");
    }

    /** Sorted, the greatest first; equal ones by their ids. */
    public ImageQuery descendingBy(SortKey key) {
        return sortedBy(key, "desc");
    }

    /** The request for the images after a marker, or for the first. */
    HttpRequest request(URI endpoint, @Nullable String marker) {
        return ImagesRequests.listImages(endpoint, marker == null ? parameters : parameters.marker(marker));
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
        return "ImageQuery[" + parameters + "]";
    }

    private ImageQuery sortedBy(SortKey key, String direction) {
        return new ImageQuery(parameters.sortKey(List.of(key.word())).sortDir(List.of(direction)));
    }
}
