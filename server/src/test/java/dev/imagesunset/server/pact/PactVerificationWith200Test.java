package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import org.springframework.test.context.TestPropertySource;

/** The server, switched to the answer of the page's example. */
@PactFilter(".*on a server that answers with 200")
@TestPropertySource(properties = "image-sunset.v1-1.success-status=200")
class PactVerificationWith200Test extends PactVerification {
    @Override
    Runnable stopDatabase() {
        throw new AssertionError("No success needs this");
    }
}
