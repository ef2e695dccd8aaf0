package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.huaweicloud.sdk.core.ClientBuilder;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.ims.v2.ImsClient;
import com.huaweicloud.sdk.ims.v2.model.GlanceCreateImageMetadataRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceCreateImageMetadataRequestBody;
import com.huaweicloud.sdk.ims.v2.model.GlanceCreateImageMetadataResponse;
import com.huaweicloud.sdk.ims.v2.model.GlanceCreateTagRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceDeleteImageRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceDeleteTagRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceListImagesRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceListImagesResponse;
import com.huaweicloud.sdk.ims.v2.model.GlanceShowImageListResponseBody;
import com.huaweicloud.sdk.ims.v2.model.GlanceShowImageRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceShowImageResponse;
import com.huaweicloud.sdk.ims.v2.model.GlanceUpdateImageRequest;
import com.huaweicloud.sdk.ims.v2.model.GlanceUpdateImageRequestBody;
import com.huaweicloud.sdk.ims.v2.model.GlanceUpdateImageResponse;
import com.huaweicloud.sdk.ims.v2.model.ListVersionsRequest;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Huawei's SDK: its builder takes a credential of one's own by the name of its class, and an endpoint with http:// as it is. */
@ServerTest
class HuaweiCloudSdkTest {
    @Autowired
    Catalogue catalogue;

    private ImsClient client;

    @BeforeEach
    void pointAtTheServer(@Autowired ImageService service) {
        client = new ClientBuilder<>(ImsClient::new, TokenCredential.class.getSimpleName())
                .withCredential(new TokenCredential("demo-member"))
                .withEndpoints(List.of("http://localhost:" + service.port()))
                .build();
    }

    @Test
    void createsAnImage() {
        GlanceCreateImageMetadataResponse created =
                client.glanceCreateImageMetadata(new GlanceCreateImageMetadataRequest()
                        .withBody(new GlanceCreateImageMetadataRequestBody()
                                .withName("from Huawei's SDK")
                                .withOsVersion("Debian 13")
                                .withContainerFormat("bare")
                                .withMinDisk(3)
                                .withVisibility("private")));
        assertThat(created.getHttpStatusCode()).isEqualTo(201);
        GlanceShowImageResponse shown = show(UUID.fromString(created.getId()));
        assertThat(shown.getName()).isEqualTo("from Huawei's SDK");
        assertThat(shown.getOsVersion()).isEqualTo("Debian 13");
        assertThat(shown.getMinDisk()).isEqualTo(3);
        assertThat(shown.getOwner()).isEqualTo("demo");
    }

    @Test
    void listsImagesPageByPage() {
        UUID first = catalogue.protectedImageOf("demo", "private");
        UUID second = catalogue.protectedImageOf("demo", "private");
        GlanceListImagesRequest request = new GlanceListImagesRequest()
                .withName("of a test")
                .withProtected(true)
                .withLimit(1);
        GlanceListImagesResponse page = client.glanceListImages(request);
        assertThat(page.getImages()).hasSize(1);
        assertThat(page.getNext()).isNotEmpty();
        assertThat(client.glanceListImages(request.withLimit(1000)).getImages())
                .extracting(GlanceShowImageListResponseBody::getId)
                .contains(first.toString(), second.toString());
    }

    @Test
    void changesAnImage() {
        UUID id = catalogue.imageOf("demo", "private");
        GlanceUpdateImageResponse changed = client.glanceUpdateImage(
                new GlanceUpdateImageRequest().withImageId(id.toString()).withBody(changes -> {
                    changes.add(change(GlanceUpdateImageRequestBody.OpEnum.REPLACE, "/name", "renamed"));
                    changes.add(change(GlanceUpdateImageRequestBody.OpEnum.ADD, "/__os_version", "Debian 13"));
                    changes.add(change(GlanceUpdateImageRequestBody.OpEnum.REPLACE, "/protected", "true"));
                    changes.add(change(GlanceUpdateImageRequestBody.OpEnum.REPLACE, "/min_disk", "7"));
                }));
        assertThat(changed.getName()).isEqualTo("renamed");
        assertThat(changed.getOsVersion()).isEqualTo("Debian 13");
        assertThat(changed.getProtected()).isTrue();
        assertThat(changed.getMinDisk()).isEqualTo(7);
    }

    @Test
    void givesATagAndTakesIt() {
        UUID id = catalogue.imageOf("demo", "private");
        client.glanceCreateTag(
                new GlanceCreateTagRequest().withImageId(id.toString()).withTag("golden"));
        client.glanceDeleteTag(
                new GlanceDeleteTagRequest().withImageId(id.toString()).withTag("nightly"));
        assertThat(show(id).getTags()).containsExactly("golden");
    }

    @Test
    void deletesAnImageOnce() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(client.glanceDeleteImage(deletionOf(id)).getHttpStatusCode()).isEqualTo(204);
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
        assertThatExceptionOfType(ClientRequestException.class)
                .isThrownBy(() -> client.glanceDeleteImage(deletionOf(id)))
                .satisfies(refusal -> assertThat(refusal.getHttpStatusCode()).isEqualTo(404));
    }

    @Test
    void isToldThatAnImageIsProtected() {
        UUID id = catalogue.protectedImageOf("demo", "private");
        assertThatExceptionOfType(ClientRequestException.class)
                .isThrownBy(() -> client.glanceDeleteImage(deletionOf(id)))
                .satisfies(refusal -> {
                    assertThat(refusal.getHttpStatusCode()).isEqualTo(403);
                    assertThat(refusal.getErrorCode()).isEqualTo("image-protected");
                    assertThat(refusal.getErrorMsg()).startsWith("The image is protected");
                    assertThat(refusal.getRequestId()).startsWith("req-");
                });
    }

    @Test
    void learnsTheVersions() {
        assertThat(client.listVersions(new ListVersionsRequest()).getVersions()).isNotEmpty();
    }

    private GlanceShowImageResponse show(UUID id) {
        return client.glanceShowImage(new GlanceShowImageRequest().withImageId(id.toString()));
    }

    private static GlanceDeleteImageRequest deletionOf(UUID id) {
        return new GlanceDeleteImageRequest().withImageId(id.toString());
    }

    private static GlanceUpdateImageRequestBody change(
            GlanceUpdateImageRequestBody.OpEnum op, String path, String value) {
        return new GlanceUpdateImageRequestBody().withOp(op).withPath(path).withValue(value);
    }
}
