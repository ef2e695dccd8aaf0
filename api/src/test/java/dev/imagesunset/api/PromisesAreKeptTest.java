package dev.imagesunset.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gate: what callers of the last released contract were promised is kept. */
class PromisesAreKeptTest {
    private static final String V1_1 = "  /v1.1/images/{image_id}:\n";
    private static final String V2 = "  /v2/images:\n";

    @Test
    void theContractKeepsThePromisesOfTheLastRelease() throws IOException {
        String released = Files.readString(lastReleased());
        assertThat(new ContractChange(released, contract(), LocalDate.now(ZoneOffset.UTC)).brokenPromises())
                .as("promises of %s that are broken", lastReleased())
                .isEmpty();
    }

    @Test
    void anOperationIsNotRemovedBeforeItsSunset() {
        assertThat(promisesBrokenBy(withoutV11(), "2027-12-30"))
                .singleElement()
                .asString()
                .startsWith("DELETE /v1.1/images/{image_id} is removed before its sunset, 2027-12-31.");
    }

    @Test
    void anOperationMayBeRemovedFromItsSunsetOn() {
        assertThat(promisesBrokenBy(withoutV11(), "2027-12-31")).isEmpty();
    }

    @Test
    void anOperationThatIsNotDeprecatedIsNotRemoved() {
        String without =
                contract().replace("operationId: listImages\n", "operationId: listImages\n      x-moved: true\n");
        without = without.replace(V2 + "    get:", V2 + "    put:");
        assertThat(promisesBrokenBy(without, "2099-01-01"))
                .singleElement()
                .asString()
                .startsWith("GET /v2/images is removed, and was never deprecated.");
    }

    @Test
    void aSunsetIsNotMovedEarlier() {
        assertThat(promisesBrokenBy(contract().replace("2027-12-31", "2027-12-30"), "2026-01-01"))
                .singleElement()
                .asString()
                .startsWith("DELETE /v1.1/images/{image_id} ends on 2027-12-30 now, and callers were told 2027-12-31.");
    }

    @Test
    void aSunsetMayBePostponed() {
        assertThat(promisesBrokenBy(contract().replace("2027-12-31", "2028-06-30"), "2026-01-01"))
                .isEmpty();
    }

    @Test
    void aChangeThatBreaksCallersIsNamed() {
        String stricter = contract()
                .replace(
                        "      type: object\n      required: [op, path]",
                        "      type: object\n      required: [op, path, value]");
        assertThat(promisesBrokenBy(stricter, "2026-01-01"))
                .singleElement()
                .asString()
                .startsWith("PATCH /v2/images/{image_id} changes so that today's callers break.");
    }

    private static List<String> promisesBrokenBy(String changed, String today) {
        assertThat(changed).isNotEqualTo(contract());
        return new ContractChange(contract(), changed, LocalDate.parse(today)).brokenPromises();
    }

    private static String withoutV11() {
        String contract = contract();
        // Other operations refer to what stands there by YAML's anchors, so it stays, as an extension.
        return contract.replace(V1_1, "  x-removed:\n");
    }

    private static Path lastReleased() throws IOException {
        try (Stream<Path> released = Files.list(Path.of("released"))) {
            return released.max(Comparator.comparing(PromisesAreKeptTest::version))
                    .orElseThrow();
        }
    }

    private static Version version(Path file) {
        return Version.parse(file.getFileName().toString().replaceAll("^image-service-|\\.yaml$", ""));
    }

    private static String contract() {
        try (InputStream yaml = ImageServiceContract.url().openStream()) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
