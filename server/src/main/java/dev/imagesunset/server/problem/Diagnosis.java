package dev.imagesunset.server.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.ErrorResponse;

/** Tells the reason from what was thrown, or from the bare status that Tomcat would answer with. */
final class Diagnosis {
    private static final Logger log = LoggerFactory.getLogger(Diagnosis.class);

    private Diagnosis() {}

    static ProblemCode of(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal.code();
        }
        if (thrown instanceof ErrorResponse error) {
            return of(error.getStatusCode().value());
        }
        if (thrown instanceof DataAccessResourceFailureException
                || thrown instanceof TransientDataAccessException
                || thrown instanceof RecoverableDataAccessException) {
            log.warn(
                    "The catalogue does not answer: {}",
                    NestedExceptionUtils.getMostSpecificCause(thrown).toString());
            return ProblemCode.CATALOGUE_UNAVAILABLE;
        }
        log.error("A request failed unexpectedly", thrown);
        return ProblemCode.INTERNAL_ERROR;
    }

    static ProblemCode of(int status) {
        return switch (status) {
            case 404 -> ProblemCode.PATH_NOT_FOUND;
            case 405, 501 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            default -> status < 500 ? ProblemCode.REQUEST_MALFORMED : ProblemCode.INTERNAL_ERROR;
        };
    }
}
