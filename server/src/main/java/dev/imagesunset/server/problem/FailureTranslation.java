package dev.imagesunset.server.problem;

import dev.imagesunset.server.remote.OutageLog;
import java.sql.SQLException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.util.DisconnectedClientHelper;

/** Translates what was thrown, or the bare status that Tomcat would answer with, into a refusal. */
final class FailureTranslation {
    private static final Logger log = LoggerFactory.getLogger(FailureTranslation.class);
    private static final OutageLog outages = new OutageLog(log, "The catalogue does not answer: {}");

    /** PostgreSQL's error code for a write on a replica: it was the primary, and another is about to take its place. */
    private static final String READ_ONLY_DATABASE = "25006";

    private FailureTranslation() {}

    /** Whether the caller disconnected while its request was read or answered, which is not this server's fault. */
    static boolean isHangUp(Throwable thrown) {
        return !isOutage(thrown) && DisconnectedClientHelper.isClientDisconnectedException(thrown);
    }

    static Refusal of(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        if (thrown instanceof ErrorResponse error) {
            return of(error.getStatusCode().value());
        }
        if (thrown instanceof RequestRejectedException) {
            return new Refusal(ProblemCode.REQUEST_MALFORMED);
        }
        if (thrown instanceof InvalidParameterException) {
            return new Refusal(
                    ProblemCode.PARAMETER_INVALID,
                    "The query cannot be read. Send names and values percent-encoded once, in UTF-8.");
        }
        if (thrown instanceof InvalidMediaTypeException) {
            // For other headers, Spring throws an ErrorResponse; this is Accept, read by a route.
            return new Refusal(ProblemCode.NOT_ACCEPTABLE);
        }
        if (thrown instanceof HttpMessageNotReadableException) {
            return new Refusal(ProblemCode.BODY_MALFORMED);
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(thrown);
        if (isOutage(thrown) || isReplica(cause)) {
            outages.warn(cause.toString());
            return new Refusal(ProblemCode.CATALOGUE_UNAVAILABLE);
        }
        log.error("A request failed unexpectedly", thrown);
        return new Refusal(ProblemCode.INTERNAL_ERROR);
    }

    private static boolean isOutage(Throwable thrown) {
        return thrown instanceof DataAccessResourceFailureException
                || thrown instanceof TransientDataAccessException
                || thrown instanceof RecoverableDataAccessException
                || thrown instanceof CannotCreateTransactionException
                // A rollback on a lost connection.
                || thrown instanceof TransactionSystemException;
    }

    private static boolean isReplica(Throwable cause) {
        return cause instanceof SQLException failure && READ_ONLY_DATABASE.equals(failure.getSQLState());
    }

    static Refusal of(int status) {
        return new Refusal(code(status));
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 404 -> ProblemCode.PATH_NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_UNSUPPORTED;
            // Tomcat's statuses for an unknown transfer encoding and an unknown HTTP version.
            case 501, 505 -> ProblemCode.REQUEST_MALFORMED;
            default -> status < 500 ? ProblemCode.REQUEST_MALFORMED : ProblemCode.INTERNAL_ERROR;
        };
    }
}
