package dev.imagesunset.client.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.client.ImageQuery;
import dev.imagesunset.client.ImageQuery.SortKey;
import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.model.Image;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ImageServiceStubExtension.class)
class ListingFromTheStubTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverDeletesWhatIsListedGetsToTheLastPage(boolean isAscending, ImageServiceStub stub, ImageService images) {
        List<UUID> added = added(stub, 7);
        ImageQuery query = ImageQuery.all().withPageSize(2);
        images.listImages(isAscending ? query.ascendingBy(SortKey.CREATED_AT) : query.descendingBy(SortKey.CREATED_AT))
                .forEach(image -> images.deleteImage(image.getId()));
        assertThat(added).allMatch(stub::isDeleted);
        assertThat(images.listImages(ImageQuery.all())).isEmpty();
    }

    @Test
    void imagesOfOneSecondAreListedNewestFirst(ImageServiceStub stub, ImageService images) {
        List<UUID> added = added(stub, 7);
        assertThat(ids(images.listImages(
                        ImageQuery.all().ascendingBy(SortKey.CREATED_AT).withPageSize(2))))
                .isEqualTo(added);
        Collections.reverse(added);
        assertThat(ids(images.listImages(ImageQuery.all().withPageSize(2)))).isEqualTo(added);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3c3d1d01-b48a-4639-8a88-08be3b9b5d78", "1"})
    void anUnknownMarkerIsRefused(String marker, ImageServiceStub stub) throws Exception {
        added(stub, 1);
        assertThat(listingAfter(marker, stub)).isEqualTo(400);
    }

    @Test
    void theMarkerOfAnotherProjectsImageIsRefused(ImageServiceStub stub) throws Exception {
        Image secret = stub.add(Image.builder().owner("other").build());
        assertThat(listingAfter(secret.getId().toString(), stub)).isEqualTo(400);
    }

    private static int listingAfter(String marker, ImageServiceStub stub) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stub.endpoint().resolve("/v2/images?marker=" + marker))
                .header("X-Auth-Token", "a-token")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static List<UUID> added(ImageServiceStub stub, int count) {
        Image image = Image.builder()
                .createdAt(OffsetDateTime.parse("2027-01-01T00:00:00Z"))
                .build();
        return new ArrayList<>(
                Stream.generate(() -> stub.add(image).getId()).limit(count).toList());
    }

    private static List<UUID> ids(Stream<Image> images) {
        return images.map(Image::getId).toList();
    }
}
