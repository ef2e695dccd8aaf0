package dev.imagesunset.server.image;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class QueryOfAListTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @ParameterizedTest
    @CsvSource({
        "limit=many, a whole number from 0 to",
        "limit=-1, a whole number from 0 to",
        "limit=2147483648, a whole number from 0 to 2147483647",
        "limit=99999999999999999999, a whole number from 0 to",
        "limit=1&limit=2, Send it once",
        "protected=maybe, true or false",
        "visibility=secret, 'one of private, shared, community, public, all'",
        "sort_key=owner, one of name",
        "sort_key=created_at;drop, one of name",
        "sort_dir=up, 'one of asc, desc'",
        "name=%00, a text without NUL",
        "tag=a&tag=%00, a text without NUL",
        "os_distro=%00, a text without NUL",
        "marker=00000000-0000-4000-8000-000000000000, Send the last id of the page before"
    })
    void aParameterThatIsNotGoodIsRefusedWithWhatWouldBe(String query, String advice) {
        service.call("GET", "/v2/images?" + query, "demo-member")
                .isRefusal(400, "parameter-invalid")
                .advises(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%", "name=%zz", "name=%ff", "=x", "%=x"})
    void aQueryThatCannotBeReadIsRefused(String query) {
        RawHttp.send(service.port(), "GET /v2/images?" + query + " HTTP/1.1", "X-Auth-Token: demo-member")
                .isRefusal(400, "parameter-invalid");
    }

    @Test
    void aStrangersImageIsNoMarker() {
        UUID hidden = catalogue.imageOf("other", "private");
        service.call("GET", "/v2/images?marker=" + hidden, "demo-member").isRefusal(400, "parameter-invalid");
        service.call("GET", "/v2/images?marker=nope", "demo-member").isRefusal(400, "image-id-malformed");
    }
}
