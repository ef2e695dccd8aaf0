package dev.imagesunset.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import dev.imagesunset.api.ImageServiceContract;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Stubs like Prism answer the examples, so there is one of each answer, and it is one that the service could give. */
class ExamplesTest {
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createFor(
                    ImageServiceContract.url().toString())
            .build();

    @ParameterizedTest
    @MethodSource("answers")
    void eachAnswerIsAsItsSchemasSay(DocumentedAnswer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        answer.type().ifPresent(response::withContentType);
        answer.body().map(JsonNode::toString).ifPresent(response::withBody);
        assertThat(CONTRACT.validateResponse(
                                answer.path(),
                                Request.Method.valueOf(answer.operation().method()),
                                response.build())
                        .getMessages())
                .isEmpty();
    }

    static Stream<Arguments> answers() {
        return DocumentedAnswer.all().map(answer -> argumentSet(answer.toString(), answer));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachRequestIsAsItsSchemaSays(DocumentedAnswer answer, JsonNode content) {
        SimpleRequest request = new SimpleRequest.Builder(answer.operation().method(), answer.path())
                .withHeader("X-Auth-Token", "a-token")
                .withContentType("application/json")
                .withBody(content.get("example").toString())
                .build();
        assertThat(CONTRACT.validateRequest(request).getMessages()).isEmpty();
    }

    /** Of each operation that takes a body; what is no JSON to the validator, it does not look at. */
    static Stream<Arguments> requests() {
        return oneOfEachOperation()
                .filter(answer -> answer.operation().takesBody())
                .map(answer -> argumentSet(
                        answer.operation().name(),
                        answer,
                        answer.operation().definition().at("/requestBody/content/application~1json")));
    }

    @Test
    void eachAnswerHasAnExample() {
        Set<String> shown = DocumentedAnswer.all()
                .map(answer -> answer.operation().name() + " " + answer.response())
                .collect(Collectors.toSet());
        assertThat(oneOfEachOperation()
                        .map(DocumentedAnswer::operation)
                        .flatMap(operation -> operation.definition().get("responses").propertyNames().stream()
                                .map(response -> operation.name() + " " + response)))
                .isSubsetOf(shown);
    }

    @Test
    void noTwoExamplesOfAnAnswerAreTheSame() {
        Map<String, List<JsonNode>> bodies = DocumentedAnswer.all()
                .filter(answer -> answer.body().isPresent())
                .collect(Collectors.groupingBy(
                        answer -> answer.operation().name() + " " + answer.response() + " "
                                + answer.type().orElseThrow(),
                        Collectors.mapping(answer -> answer.body().orElseThrow(), Collectors.toList())));
        assertThat(bodies)
                .allSatisfy((answer, examples) ->
                        assertThat(new HashSet<>(examples)).as(answer).hasSameSizeAs(examples));
    }

    private static Stream<DocumentedAnswer> oneOfEachOperation() {
        return DocumentedAnswer.all()
                .collect(Collectors.toMap(answer -> answer.operation().name(), answer -> answer, (one, other) -> one))
                .values()
                .stream();
    }
}
