package dev.imagesunset.client;

import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;

/** Images, as far as this client hands their properties on without fail; of their values only the id is fixed. */
final class PactImages {
    static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";

    private PactImages() {}

    static PactDslJsonBody image(String id) {
        return describe(new PactDslJsonBody(), id);
    }

    static PactDslJsonBody describe(PactDslJsonBody image, String id) {
        image.stringValue("id", id)
                .stringType("status", "active")
                .stringType("visibility", "private")
                .booleanType("protected", false)
                .integerType("min_disk", 1)
                .integerType("min_ram", 64)
                .booleanType("os_hidden", false)
                .stringMatcher("created_at", TIME, "2016-05-20T08:00:00Z")
                .stringMatcher("updated_at", TIME, "2016-05-20T08:00:00Z")
                .eachLike("tags", PactDslJsonRootValue.stringType("nightly"))
                .stringType("self", "/v2/images/" + id)
                .stringType("file", "/v2/images/" + id + "/file")
                .stringType("schema", "/v2/schemas/image");
        return image;
    }
}
