package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server as it is by default, on H2. */
@PactFilter("(?!.*on a server that answers with 200).*")
class PactVerificationTest extends PactVerification {
    private static final StoppableH2 DATABASE = new StoppableH2();

    @DynamicPropertySource
    static void useTheStoppableDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.datasource.hikari.connection-timeout", () -> 500);
    }

    @Override
    Runnable stopDatabase() {
        DATABASE.stop();
        return DATABASE::startAgain;
    }
}
