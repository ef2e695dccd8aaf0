package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import au.com.dius.pact.provider.junitsupport.State;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.upstream.GlanceStandIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes real what a pact takes as given. docs/verification.md lists them for consumers. */
final class ProviderStates {
    static final String AFTER_THE_SUNSET = "a server after the sunset";

    private static final GlanceStandIn GLANCE = new GlanceStandIn();
    private static final String GOOD_TOKEN = "demo-member";
    private static final String OF_NO_PROJECT = "no-project";
    private static final List<String> BREAK = List.of(
            "ALTER TABLE images RENAME COLUMN owner TO owner_once",
            "ALTER TABLE decisions RENAME COLUMN reason TO reason_once");
    private static final List<String> MEND = List.of(
            "ALTER TABLE images RENAME COLUMN owner_once TO owner",
            "ALTER TABLE decisions RENAME COLUMN reason_once TO reason");

    private final Catalogue catalogue;
    private final ImageService service;
    private final MovableClock clock;
    private final Gate database;
    private final Consumer<String> useServerWith;

    private String token = GOOD_TOKEN;
    private Runnable mend = () -> {};

    /** With a way to another server, which has one more setting. */
    ProviderStates(
            Catalogue catalogue,
            ImageService service,
            MovableClock clock,
            Gate database,
            Consumer<String> useServerWith) {
        this.catalogue = catalogue;
        this.service = service;
        this.clock = clock;
        this.database = database;
        this.useServerWith = useServerWith;
    }

    /** The token of the caller. */
    String token() {
        return token;
    }

    /** Undoes what no other state could live with. */
    void mend() {
        mend.run();
        mend = () -> {};
        token = GOOD_TOKEN;
    }

    @State(value = "a caller with a good token", comment = "Nothing.")
    void aGoodToken() {}

    @State(value = "no such image", comment = "Nothing; it fails if the id was ever used.")
    @Parameters("id")
    void noSuchImage(Map<String, Object> image) {
        assertThat(catalogue.has(id(image))).as("an id that was never used").isFalse();
    }

    @State(value = "an image of the caller's project", comment = "An active, private image that is not protected.")
    @Parameters("id")
    void anImageOfTheCallers(Map<String, Object> image) {
        replace(image, "demo", "private", false);
    }

    @State(
            value = "an image of the caller's project, on a server that answers with 200",
            comment = "An image of the caller's project, on a server whose v1.1 answers a good delete with 200.")
    @Parameters("id")
    void onAServerWith200(Map<String, Object> image) {
        anImageOfTheCallers(image);
        useServerWith.accept("image-sunset.v1-1.success-status=200");
    }

    @State(
            value = "an image that is in use, behind a server in front of an image service",
            comment = "An image that the image service behind the server says is in use.")
    @Parameters("id")
    void anImageInUse(Map<String, Object> image) {
        GLANCE.keeps(id(image));
        useServerWith.accept("image-sunset.upstream.url=" + GLANCE.url());
    }

    @State(value = "a protected image of the caller's project", comment = "An active, private image that is protected.")
    @Parameters("id")
    void aProtectedImage(Map<String, Object> image) {
        replace(image, "demo", "private", true);
    }

    @State(value = "an image of another project that everybody sees", comment = "A public image of another project.")
    @Parameters("id")
    void anotherProjectsPublicImage(Map<String, Object> image) {
        replace(image, "other", "public", false);
    }

    @State(value = "an image of another project that nobody else sees", comment = "A private image of another project.")
    @Parameters("id")
    void anotherProjectsPrivateImage(Map<String, Object> image) {
        replace(image, "other", "private", false);
    }

    @State(
            value = "two private images of the caller's project, of one name",
            comment = "Two private images with the ids in the list `ids`, both called `name`.")
    @Parameters({"ids", "name"})
    void twoImages(Map<String, Object> images) {
        assertThat(images.get("ids")).as("the parameter ids").isInstanceOf(List.class);
        String name = parameter(images, "name").toString().replace("'", "''");
        for (Object id : (List<?>) parameter(images, "ids")) {
            catalogue.image(uuid(id), "demo", "private", false);
            catalogue.execute("UPDATE images SET name = '%s' WHERE id = '%s'".formatted(name, id));
        }
    }

    @State(
            value = "an image of the caller's project that is deleted already",
            comment = "An image that was there, and was deleted through v2.")
    @Parameters("id")
    void aDeletedImage(Map<String, Object> image) {
        anImageOfTheCallers(image);
        service.call("DELETE", "/v2/images/" + id(image), GOOD_TOKEN);
    }

    @State(
            value = "a caller whose token is not good",
            comment = "An image of the caller's project; the token of the request is replaced by one that is not good.")
    @Parameters("id")
    void aBadToken(Map<String, Object> image) {
        anImageOfTheCallers(image);
        token = "not-a-good-token";
    }

    @State(
            value = "a server in a brownout",
            comment = "An image of the caller's project, on 2027-12-01 at 10:30 UTC, in a brownout until 11:00.")
    @Parameters("id")
    void inABrownout(Map<String, Object> image) {
        anImageOfTheCallers(image);
        moveClockTo("2027-12-01T10:30:00Z");
    }

    @State(
            value = "a server that is closed to newcomers",
            comment =
                    "An image of the caller's project, on a server that refuses v1.1 to projects that did not call it before.")
    @Parameters("id")
    void closedToNewcomers(Map<String, Object> image) {
        anImageOfTheCallers(image);
        catalogue.execute("UPDATE counting SET since = '2016-01-01T00:00:00Z'");
        useServerWith.accept("image-sunset.v1-1.closed-to-newcomers=2017-01-01");
    }

    @State(
            value = "a project that nobody else calls for",
            comment = "The token of the request is replaced by one of another project, which what it does may hit.")
    void anotherProject() {
        token = "demo-other";
    }

    @State(
            value = "a caller whose token is for no project",
            comment = "The token of the request is replaced by one that is for no project.")
    void ofNoProject() {
        token = OF_NO_PROJECT;
    }

    @State(
            value = AFTER_THE_SUNSET,
            comment = "An image of the caller's project, on 2027-12-31, from when on v1.1 is gone.")
    @Parameters("id")
    void afterTheSunset(Map<String, Object> image) {
        anImageOfTheCallers(image);
        moveClockTo("2027-12-31T00:00:00Z");
    }

    @State(
            value = "a service with a fault",
            comment = "An image of the caller's project, on a server that fails with 500.")
    @Parameters("id")
    void aFault(Map<String, Object> image) {
        anImageOfTheCallers(image);
        BREAK.forEach(catalogue::execute);
        mend = () -> MEND.forEach(catalogue::execute);
    }

    @State(
            value = "a catalogue that does not answer",
            comment = "An image of the caller's project, on a server whose database is away.")
    @Parameters("id")
    void noDatabase(Map<String, Object> image) {
        anImageOfTheCallers(image);
        database.shut();
        mend = () -> {
            database.open();
            await().until(() ->
                    service.call("GET", "/v2/images/" + id(image), GOOD_TOKEN).status() < 500);
        };
    }

    /** Forwards alone: as of a day after the sunset there is no brownout any more. */
    private void moveClockTo(String instant) {
        if (clock.instant().isBefore(Instant.parse(instant))) {
            clock.moveTo(instant);
        }
    }

    private void replace(Map<String, Object> image, String owner, String visibility, boolean isProtected) {
        catalogue.image(id(image), owner, visibility, isProtected);
    }

    private static UUID id(Map<String, Object> image) {
        return uuid(parameter(image, "id"));
    }

    private static Object parameter(Map<String, Object> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }

    private static UUID uuid(Object id) {
        try {
            return UUID.fromString(id.toString());
        } catch (IllegalArgumentException e) {
            throw new AssertionError("The state's parameter id is \"" + id + "\", and has to be a UUID.", e);
        }
    }
}
