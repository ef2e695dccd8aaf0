package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.V4Interaction;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.imagesunset.api.ImageServiceContract;
import dev.imagesunset.server.contract.Contract;
import java.util.List;
import java.util.Set;

/** Holds what stands in a pact against the contract. */
final class ContractValidation {
    private static final String JSON = "application/json";

    private static final Set<String> TYPES = new Contract().requestTypes();

    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(
                    ImageServiceContract.url().toString())
            // A client names what it reads of an answer, not all that the answer has.
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.response.body.schema.required", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    private ContractValidation() {}

    static List<ValidationReport.Message> complaintsOfResponse(V4Interaction.SynchronousHttp interaction) {
        HttpRequest asked = interaction.getRequest();
        HttpResponse answer = interaction.getResponse();
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.getStatus());
        answer.getHeaders().forEach(response::withHeader);
        if (answer.getBody().isPresent()) {
            response.withBody(answer.getBody().valueAsString());
        }
        Request.Method method = Request.Method.valueOf(asked.getMethod());
        return complaints(VALIDATOR.validateResponse(asked.getPath(), method, response.build()));
    }

    static List<ValidationReport.Message> complaintsOfRequest(V4Interaction.SynchronousHttp interaction) {
        HttpRequest asked = interaction.getRequest();
        SimpleRequest.Builder request = new SimpleRequest.Builder(asked.getMethod(), asked.getPath());
        asked.getHeaders().forEach((name, values) -> values.forEach(value -> request.withHeader(name, inJson(value))));
        asked.getQuery().forEach((name, values) -> request.withQueryParam(name, values.toArray(String[]::new)));
        if (asked.getBody().isPresent()) {
            request.withBody(asked.getBody().valueAsString());
        }
        return complaints(VALIDATOR.validateRequest(request.build()));
    }

    private static List<ValidationReport.Message> complaints(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() != ValidationReport.Level.IGNORE)
                .toList();
    }

    /** The contract's types of requests called JSON, as which it takes them all too: the validator looks at no other bodies. */
    private static String inJson(String text) {
        String result = text;
        for (String type : TYPES) {
            result = result.replace(type, JSON);
        }
        return result;
    }
}
