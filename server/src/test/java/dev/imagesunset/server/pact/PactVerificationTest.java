package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.PostgreSQL;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The server as it is by default, on a database that can go away. */
@PactFilter("(?!.*(on a server that answers with 200|in front of an image service)).*")
class PactVerificationTest extends PactVerification {
    private static final Gate GATE = PostgreSQL.gate();

    @DynamicPropertySource
    static void useTheStoppableDatabase(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
    }

    @Override
    Runnable stopDatabase() {
        GATE.shut();
        return GATE::open;
    }
}
