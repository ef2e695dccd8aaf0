package dev.imagesunset.client;

import dev.imagesunset.client.ImagesRequests.ListImages;
import dev.imagesunset.client.model.Image;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list, and in which order. A query is immutable; each of its methods returns a copy with one more
 * condition, in place of an earlier one of the same kind.
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
     * All images that the caller's project owns and all {@code public} ones; for an {@code admin}, all images. Hidden
     * and deleted ones are left out; the newest come first.
     */
    public static ImageQuery all() {
        return ALL;
    }

    /** Only images with exactly this name. */
    public ImageQuery withName(String name) {
        // What stands before a colon could be taken for an operator.
        return new ImageQuery(parameters.name(name.indexOf(':') < 0 ? name : "eq:" + name));
    }

    /** Only images in this status. */
    public ImageQuery withStatus(Image.StatusEnum status) {
        return new ImageQuery(parameters.status(status.getValue()));
    }

    /**
     * Only images of this visibility. Apart from {@link #withAnyVisibility()}, this is the only way to list
     * {@code community} images of other projects.
     */
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

    /** Only images that are protected against deletion, or only the others. */
    public ImageQuery withProtected(boolean isProtected) {
        return new ImageQuery(parameters._protected(isProtected));
    }

    /** Only hidden images, or only the others. */
    public ImageQuery withHidden(boolean isHidden) {
        return new ImageQuery(parameters.osHidden(isHidden));
    }

    /**
     * How many images to ask for at a time, up to the service's own limit; by default, the service decides.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public ImageQuery withPageSize(int images) {
        if (images < 1) {
            throw new IllegalArgumentException("A page must have 1 image or more, not " + images);
        }
        return new ImageQuery(parameters.limit(images));
    }

    /** Sorts in ascending order; equal images are sorted by id. */
    public ImageQuery ascendingBy(SortKey key) {
        return sortedBy(key, "asc");
    }

    /** Sorts in descending order; equal images are sorted by id. */
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
