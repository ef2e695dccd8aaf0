package dev.imagesunset.client;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewImage;
import dev.imagesunset.client.model.NewRehearsal;
import dev.imagesunset.client.model.NewWord;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Calls the Image Management Service over HTTP. A client is immutable and safe for use by many threads; make one, keep
 * it, and close it when it is no longer used.
 */
public final class ImageServiceClient implements ImageService {
    private final URI endpoint;
    private final Calls calls;
    private final Operations operations;
    private final Runnable release;

    ImageServiceClient(URI endpoint, Calls calls, Operations operations, Runnable release) {
        this.endpoint = endpoint;
        this.calls = calls;
        this.operations = operations;
        this.release = release;
    }

    /**
     * Builds a client for the service at an endpoint.
     *
     * @param endpoint where the service is, like {@code https://ims.example.com}. Its path is a prefix of all paths,
     *     without slashes and a version at its end, like {@code /v2}: OpenStack's catalogues give one, and each call
     *     adds its own
     * @throws IllegalArgumentException if it is not an absolute http or https URI, or has user info, a query or a
     *     fragment
     */
    public static ImageServiceClientBuilder builder(URI endpoint) {
        return new ImageServiceClientBuilder(Checks.endpoint(endpoint));
    }

    /**
     * Builds a client from the environment variables that OpenStack's own tools read: the endpoint from
     * {@code OS_ENDPOINT}, {@code OS_IMAGE_ENDPOINT_OVERRIDE} or {@code OS_IMAGE_URL}; the token from {@code OS_TOKEN}
     * or {@code OS_AUTH_TOKEN}; certificates to trust from the file {@code OS_CACERT}, {@code REQUESTS_CA_BUNDLE} or
     * {@code CURL_CA_BUNDLE}; and a proxy from {@code https_proxy}, {@code http_proxy} and {@code no_proxy}, in lower
     * or upper case. Of each, the first that is set counts.
     *
     * @throws IllegalStateException if one is missing or invalid, or if {@code OS_CERT} or {@code OS_KEY} is set, which
     *     need an {@link ImageServiceClientBuilder#sslContext}; the message says which, and what to set
     */
    public static ImageServiceClientBuilder fromEnvironment() {
        return new Environment(System.getenv()).client();
    }

    @Override
    public Deletion deleteImage(String imageId) {
        return calls.await(operations.delete(Checks.imageId(imageId)));
    }

    @Override
    public CompletableFuture<Deletion> deleteImageAsync(String imageId) {
        return calls.start(operations.delete(Checks.imageId(imageId)));
    }

    @Override
    @Deprecated(since = "2016-10-06", forRemoval = true)
    @SuppressWarnings("removal")
    public Deletion deleteImageV11(String imageId) {
        return calls.await(operations.deleteV11(Checks.imageId(imageId)));
    }

    @Override
    @Deprecated(since = "2016-10-06", forRemoval = true)
    @SuppressWarnings("removal")
    public CompletableFuture<Deletion> deleteImageV11Async(String imageId) {
        return calls.start(operations.deleteV11(Checks.imageId(imageId)));
    }

    @Override
    public Image showImage(String imageId) {
        return calls.await(operations.show(Checks.imageId(imageId)));
    }

    @Override
    public CompletableFuture<Image> showImageAsync(String imageId) {
        return calls.start(operations.show(Checks.imageId(imageId)));
    }

    @Override
    public Stream<Image> listImages(ImageQuery query) {
        Listing listing = new Listing(calls, operations.pages(query));
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listing, characteristics), false);
    }

    @Override
    public CompletableFuture<List<Image>> listImagesAsync(ImageQuery query) {
        Pages pages = operations.pages(query);
        return calls.startSeveral(new Calls.Work<>(Pages.WHAT, call -> all(call, pages, new ArrayList<>())));
    }

    private CompletableFuture<List<Image>> all(RunningCall call, Pages pages, List<Image> before) {
        return call.await(calls.start(pages.turning())).thenCompose(page -> {
            before.addAll(page);
            return pages.hasNext() ? all(call, pages, before) : CompletableFuture.completedFuture(List.copyOf(before));
        });
    }

    @Override
    public Image createImage(NewImage image) {
        return calls.await(operations.create(image));
    }

    @Override
    public CompletableFuture<Image> createImageAsync(NewImage image) {
        return calls.start(operations.create(image));
    }

    @Override
    public Image updateImage(String imageId, List<Change> changes) {
        return calls.await(operations.update(Checks.imageId(imageId), changes));
    }

    @Override
    public CompletableFuture<Image> updateImageAsync(String imageId, List<Change> changes) {
        return calls.start(operations.update(Checks.imageId(imageId), changes));
    }

    @Override
    public MyCalls myCalls() {
        return calls.await(operations.myCalls());
    }

    @Override
    public CompletableFuture<MyCalls> myCallsAsync() {
        return calls.start(operations.myCalls());
    }

    @Override
    public Decision sayWord(NewWord word) {
        return calls.await(operations.sayWord(word));
    }

    @Override
    public CompletableFuture<Decision> sayWordAsync(NewWord word) {
        return calls.start(operations.sayWord(word));
    }

    @Override
    public Decision rehearse(NewRehearsal rehearsal) {
        return calls.await(operations.rehearse(rehearsal));
    }

    @Override
    public CompletableFuture<Decision> rehearseAsync(NewRehearsal rehearsal) {
        return calls.start(operations.rehearse(rehearsal));
    }

    @Override
    public ImageService rehearsing() {
        return new ImageServiceClient(endpoint, calls, operations.rehearsing(), release);
    }

    @Override
    public void close() {
        calls.close();
        release.run();
    }

    @Override
    public String toString() {
        return "ImageServiceClient[" + endpoint + "]";
    }
}
