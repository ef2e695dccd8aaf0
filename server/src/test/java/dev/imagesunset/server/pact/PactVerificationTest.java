package dev.imagesunset.server.pact;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactBrokerConsumerVersionSelectors;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import au.com.dius.pact.provider.junitsupport.loader.SelectorBuilder;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.ServerTest;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Holds the server to what its clients expect of it: over HTTP, with real tokens, rows and failures. */
@ServerTest
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.brownouts[0].start=2027-12-01T10:00:00Z",
            "image-sunset.v1-1.brownouts[0].duration=1h",
            "image-sunset.access.tokens.no-project.user=sys",
            "image-sunset.access.tokens.no-project.roles=member"
        })
@Provider("image-service")
@PactSource(VerifiablePacts.class)
class PactVerificationTest {
    private static final String TOKEN = "X-Auth-Token";
    private static final Gate GATE = PostgreSQL.gate();
    private static final Map<String, OtherServer> OTHERS = new HashMap<>();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    Environment environment;

    private ProviderStates states;

    /** Which pacts of a broker, if pactbroker.consumerversionselectors.rawjson says nothing else. */
    @PactBrokerConsumerVersionSelectors
    public static SelectorBuilder mainAndDeployed() {
        return new SelectorBuilder().mainBranch().deployedOrReleased();
    }

    @DynamicPropertySource
    static void useTheStoppableDatabase(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
    }

    @BeforeEach
    void callTheServer(PactVerificationContext context) {
        AsOf.instant().ifPresent(clock::moveTo);
        states =
                new ProviderStates(catalogue, service, clock, GATE, setting -> ask(portOfServerWith(setting), context));
        context.addStateChangeHandlers(states);
        ask(service.port(), context);
    }

    private static void ask(int port, PactVerificationContext context) {
        context.setTarget(new ServerTarget(port, context.getInteraction()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void theServerKeepsThePact(PactVerificationContext context, HttpRequest request) {
        if (request.containsHeader(TOKEN)) {
            request.setHeader(TOKEN, states.token());
        }
        try {
            context.verifyInteraction();
        } catch (AssertionError e) {
            throw Ending.of(context.getInteraction())
                    .flatMap(ending -> ending.reason(context.getConsumer().getName()))
                    .map(reason -> new AssertionError(reason, e))
                    .orElse(e);
        }
    }

    @AfterEach
    void mendWhatAStateBroke() {
        states.mend();
        clock.showRealTime();
    }

    private int portOfServerWith(String setting) {
        return OTHERS.computeIfAbsent(setting, it -> new OtherServer(environment, clock, it))
                .port();
    }

    @AfterAll
    static void stopTheOthers() {
        OTHERS.values().forEach(OtherServer::close);
        OTHERS.clear();
    }
}
