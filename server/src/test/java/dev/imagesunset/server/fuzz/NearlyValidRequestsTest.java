package dev.imagesunset.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.DocumentedAnswer;
import dev.imagesunset.server.contract.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests that are made from the contract's examples, with one thing wrong. Whatever it is, the answer is one that the
 * contract documents. The profile fuzz makes it long.
 */
@ServerTest
@TestPropertySource(
        properties = {
            "image-sunset.access.tokens.fuzz-member.user=fay",
            "image-sunset.access.tokens.fuzz-member.project=fuzz",
            "image-sunset.access.tokens.fuzz-member.roles=member,reader",
            "image-sunset.access.tokens.fuzz-reader.user=fred",
            "image-sunset.access.tokens.fuzz-reader.project=fuzz",
            "image-sunset.access.tokens.fuzz-reader.roles=reader",
            "image-sunset.access.tokens.fuzz-admin.user=finn",
            "image-sunset.access.tokens.fuzz-admin.project=fuzz",
            "image-sunset.access.tokens.fuzz-admin.roles=admin,member,reader"
        })
class NearlyValidRequestsTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 600);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());

    private static final List<Fault> FAULTS = List.of(Fault.values());

    /** Statuses of what is refused before it reached an operation, which the contract documents as the default. */
    private static final Set<Integer> REFUSED_BEFORE = Set.of(400, 405, 406, 413, 415);

    /** HTTP's own, and those that keep browsers from harm; which of them mean something to callers, the contract tells in its text. */
    private static final Set<String> HEADERS_OF_HTTP = Set.of(
            "accept",
            "accept-patch",
            "allow",
            "cache-control",
            "connection",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "expires",
            "keep-alive",
            "pragma",
            "transfer-encoding",
            "vary",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection");

    @Autowired
    ImageService service;

    @Autowired
    Catalogue catalogue;

    private final Contract contract = new Contract();
    private final Map<String, String> paths = DocumentedAnswer.all()
            .collect(
                    Collectors.toMap(answer -> answer.operation().name(), DocumentedAnswer::path, (one, other) -> one));
    private final Map<String, Set<String>> headers = DocumentedAnswer.all()
            .collect(Collectors.toMap(
                    answer -> answer.operation().name() + " " + answer.response(),
                    answer -> answer.headers().keySet().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()),
                    (one, other) -> one));

    @Test
    void areAnsweredAsTheContractSays() {
        System.out.println("fuzz.seed=" + SEED);
        for (int number = 0; number < REQUESTS; number++) {
            Random random = new Random(SEED + number);
            catalogue.image(NearlyValidRequest.IMAGE, "fuzz", "private", random.nextBoolean());
            NearlyValidRequest request = request(random);
            try {
                isDocumented(request);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "request %d with -Dfuzz.seed=%d: %s%n%s".formatted(number, SEED, request, e.getMessage()), e);
            }
        }
    }

    /** The fault comes first: few operations take bodies, and most of what can be wrong is in them. */
    private NearlyValidRequest request(Random random) {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        List<NearlyValidRequest> possible = contract.operations()
                .map(this::valid)
                .filter(fault::isPossibleIn)
                .toList();
        NearlyValidRequest request = possible.get(random.nextInt(possible.size()));
        fault.makeIn(request, random);
        return request;
    }

    private NearlyValidRequest valid(Operation operation) {
        return new NearlyValidRequest(
                operation,
                paths.getOrDefault(operation.name(), operation.path()),
                new TreeSet<>(contract.queryParameters(operation).keySet()),
                body(operation));
    }

    private static JsonNode body(Operation operation) {
        JsonNode example = operation
                .definition()
                .at("/requestBody/content/application~1json/example")
                .deepCopy();
        if (operation.id().equals("decide")) {
            // So that nobody else is hit by what goes through.
            ((ObjectNode) example).putArray("projects").add("fuzz");
        }
        return example;
    }

    private void isDocumented(NearlyValidRequest request) {
        Operation operation = request.operation();
        Answer answer = service.documented(operation.method(), request.path(), request.headers(), request.body());
        assertThat(answer.status()).as("status of %s", answer).isLessThan(500);
        boolean isNamed = operation.definition().get("responses").has(Integer.toString(answer.status()));
        if (!isNamed && answer.status() == 400) {
            assertThat(answer.body()).as("what no operation was asked").contains("\"request-malformed\"");
        }
        if (!isNamed) {
            assertThat(REFUSED_BEFORE).as("statuses by default, of %s", answer).contains(answer.status());
        }
        String response = operation.name() + " " + (isNamed ? answer.status() : "default");
        assertThat(answer.headers().keySet()).as("headers of %s", answer).allSatisfy(name -> assertThat(
                        HEADERS_OF_HTTP.contains(name)
                                || headers.getOrDefault(response, Set.of()).contains(name))
                .as("%s is a header that the contract has for %s", name, response)
                .isTrue());
    }
}
