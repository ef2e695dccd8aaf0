package dev.imagesunset.client;

import dev.imagesunset.client.model.Problem;
import java.util.Set;

/** The exception for each status that the service documents. */
final class Refusals {
    private static final Set<String> OF_THE_ENDPOINT = Set.of("path-not-found", "operation-elsewhere");

    private Refusals() {}

    static ImageServiceException exception(String what, Answer answer) {
        return switch (answer.status()) {
            case 400 -> new InvalidRequestException(what, answer);
            case 401 -> new AuthenticationFailedException(what, answer);
            case 403 -> new PermissionDeniedException(what, answer);
            case 404 -> notFound(what, answer);
            case 409 -> new ConflictException(what, answer);
            case 410 -> new OperationGoneException(what, answer);
            case 429 -> new TooManyRequestsException(what, answer);
            case 500 -> new ServiceFailureException(what, answer);
            case 502, 503, 504 -> new ServiceUnavailableException(what, answer);
            default -> new UnexpectedAnswerException(what, answer);
        };
    }

    /** A path that is not there, or not on that server, tells of a wrong endpoint, not of an image. */
    private static ImageServiceException notFound(String what, Answer answer) {
        boolean isOfTheEndpoint = answer.problem()
                .map(Problem::getCode)
                .filter(OF_THE_ENDPOINT::contains)
                .isPresent();
        return isOfTheEndpoint ? new UnexpectedAnswerException(what, answer) : new ImageNotFoundException(what, answer);
    }
}
