package dev.imagesunset.client.testing;

import dev.imagesunset.client.Brownout;
import dev.imagesunset.client.ImageServiceClient;
import dev.imagesunset.client.ImageServiceClientBuilder;
import dev.imagesunset.client.model.Image;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A small Image Management Service on a port of this machine, for tests of programs that call it. It keeps images and
 * treats them as the contract says, for a {@code member} of one project, {@value #PROJECT}, whatever the token:
 *
 * <pre>{@code
 * try (ImageServiceStub stub = ImageServiceStub.start();
 *         ImageService images = stub.clientBuilder().build()) {
 *     Image image = stub.add(Image.builder().name("nightly").build());
 *     new Cleaner(images).clean();
 *     assertThat(stub.isDeleted(image.getId())).isTrue();
 * }
 * }</pre>
 *
 * <p>Its clock stands a year before the sunset of the deprecated call, so that time alone breaks no test;
 * {@link #at(Instant)} moves it. All methods may be called while it runs, by any thread, and return at once.
 */
public final class ImageServiceStub implements AutoCloseable {
    /** The project that calls, and that owns images for which no other owner is given. */
    public static final String PROJECT = "demo";

    private final StubCatalogue catalogue = new StubCatalogue();
    private final Conditions conditions = new Conditions();
    private final List<String> requests = new ArrayList<>();
    private final StubOperations operations = new StubOperations(catalogue, conditions);
    private final StubServer server = new StubServer(this::receive, this::answer, conditions);

    private ImageServiceStub() {}

    /** Starts a stub, which listens from now on. */
    public static ImageServiceStub start() {
        return new ImageServiceStub();
    }

    /** The stub's address. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** A builder of a client for this stub, with a token; build it as the program builds its own. */
    public ImageServiceClientBuilder clientBuilder() {
        return ImageServiceClient.builder(endpoint()).token("a-token");
    }

    /** Adds an image, or replaces the one with its id; what it leaves out gets a value, even the id. */
    public synchronized Image add(Image image) {
        return catalogue.put(image);
    }

    /** Puts an image in use from now on, so that its delete is refused (409), as in front of an image service. */
    public synchronized ImageServiceStub use(UUID id) {
        catalogue.use(id);
        return this;
    }

    /** The image with this id, if it is there. */
    public synchronized Optional<Image> image(UUID id) {
        return catalogue.all().stream()
                .filter(image -> image.getId().equals(id))
                .findFirst();
    }

    /** Whether there was an image with this id, and no longer is. */
    public synchronized boolean isDeleted(UUID id) {
        return catalogue.isDeleted(id);
    }

    /** The requests that it received, in order, like {@code DELETE /v2/images/3c3d1d01-b48a-4639-8a88-08be3b9b5d78}. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Moves its clock: from the sunset on, the deprecated call answers 410. */
    public synchronized ImageServiceStub at(Instant now) {
        conditions.moveTo(now);
        return this;
    }

    /** Moves its clock to the start of a day in UTC. */
    public ImageServiceStub at(LocalDate day) {
        return at(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Announces a brownout of the deprecated call, which answers 410 when the clock gets there. */
    public synchronized ImageServiceStub brownout(Instant start, Instant end) {
        conditions.rests(new Brownout(start, end));
        return this;
    }

    /** Refuses the deprecated call to the project from now on, as if it had never called before (410). */
    public synchronized ImageServiceStub closedToNewcomers() {
        conditions.isClosedToNewcomers();
        return this;
    }

    /**
     * Makes every token be for no project from now on, so that calls about the caller's own project are refused (403).
     */
    public synchronized ImageServiceStub tokensOfNoProject() {
        conditions.isForNoProject();
        return this;
    }

    /** Answers 503 from now on, and asks to try again after two seconds. */
    public synchronized ImageServiceStub unavailable() {
        conditions.isUnavailable();
        return this;
    }

    /** Answers 500 from now on. */
    public synchronized ImageServiceStub faulty() {
        conditions.hasAFault();
        return this;
    }

    /** Works again. */
    public synchronized ImageServiceStub available() {
        conditions.works();
        return this;
    }

    /** Refuses all tokens except these from now on (401). */
    public synchronized ImageServiceStub acceptOnly(String... tokens) {
        conditions.acceptOnly(Set.of(tokens));
        return this;
    }

    /** Answers good deletes of v1.1 with 200 instead of 204, as old installations do. */
    public synchronized ImageServiceStub answerDeletesOfV11With200() {
        conditions.answersV11With(200);
        return this;
    }

    /** Forgets everything: its images, its requests, and how it was told to behave. */
    public synchronized ImageServiceStub reset() {
        catalogue.clear();
        operations.forget();
        requests.clear();
        conditions.reset();
        return this;
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.close();
    }

    private synchronized void receive(StubRequest request) {
        requests.add(request.method() + " " + request.path());
    }

    private synchronized StubAnswer answer(ContractOperation operation, String imageId, StubRequest request) {
        return operations.answer(operation, imageId, request);
    }
}
