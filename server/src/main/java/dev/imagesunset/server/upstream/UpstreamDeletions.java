package dev.imagesunset.server.upstream;

import dev.imagesunset.server.access.IdentityHealth;
import dev.imagesunset.server.access.TokenHeader;
import dev.imagesunset.server.image.ImageBackend;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.remote.Deadline;
import dev.imagesunset.server.remote.OutageLog;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.Printable;
import dev.imagesunset.server.request.RequestId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Deletes images in an image service. The image service decides, with the caller's own token, and deletions are
 * recorded here. The record decides which of several simultaneous callers deleted the image, since an image service may
 * answer 204 to more than one.
 */
final class UpstreamDeletions implements ImageBackend {
    private static final OutageLog outages =
            new OutageLog(LoggerFactory.getLogger(UpstreamDeletions.class), "The image service does not answer: {}");
    private static final Logger audit = LoggerFactory.getLogger("audit");

    private final NativeImageApi images;
    private final UpstreamLimits limits;
    private final DeletionRecords records;
    private final IdentityHealth identity;
    private final UpstreamProperties settings;

    UpstreamDeletions(
            NativeImageApi images,
            UpstreamLimits limits,
            DeletionRecords records,
            IdentityHealth identity,
            UpstreamProperties settings) {
        this.images = images;
        this.limits = limits;
        this.records = records;
        this.identity = identity;
        this.settings = settings;
    }

    @Override
    public void delete(UUID id, Exchange exchange) {
        records.check(id, exchange);
        SeenImage deleted = deleteUpstream(id, exchange);
        if (!isFirst(id, deleted, exchange)) {
            throw new Refusal(ProblemCode.IMAGE_NOT_FOUND);
        }
    }

    /**
     * Fetches the image before deleting it: for the record, for the reason of a refusal, and to find out which URL
     * answers.
     */
    private SeenImage deleteUpstream(UUID id, Exchange exchange) {
        // The caller's own token, which is not stored anywhere.
        String token = exchange.header(TokenHeader.NAME).orElse("");
        Map<String, String> headers =
                Map.of(TokenHeader.NAME, token, RequestId.HEADER, exchange.id().value());
        Deadline deadline = Deadline.in(settings.answerTimeout());
        try {
            return limits.call(deadline, () -> {
                SeenImage image = images.show(id, headers, deadline);
                require204(images.delete(id, headers, deadline), image, exchange.caller(), token);
                return image;
            });
        } catch (NoAnswer e) {
            outages.warn(e.getMessage());
            throw e.mayBeDone()
                    ? new Refusal(ProblemCode.IMAGE_SERVICE_UNAVAILABLE)
                    : new Refusal(
                            ProblemCode.IMAGE_SERVICE_UNAVAILABLE,
                            "The image service does not answer, and was not asked to delete the image. Try again shortly.");
        }
    }

    private void require204(HttpResponse<String> answer, SeenImage image, Caller caller, String token) {
        int status = answer.statusCode();
        if (status == 204) {
            return;
        }
        throw switch (status) {
            // The token was good here; without the identity service, the image service refuses good ones too.
            case 401 ->
                new Refusal(identity.isOutFor(token) ? ProblemCode.IDENTITY_UNAVAILABLE : ProblemCode.TOKEN_INVALID);
            case 403 -> forbidden(image, caller);
            // Glance answers 400 if the image's status is already deleted.
            case 400, 404 -> new Refusal(ProblemCode.IMAGE_NOT_FOUND);
            case 409 -> new Refusal(ProblemCode.IMAGE_IN_USE);
            case 500 -> failed(answer);
            default -> NoAnswer.asked("answers " + status + " to a delete");
        };
    }

    private static Refusal forbidden(SeenImage image, Caller caller) {
        return image.isProtectedFrom(caller)
                ? new Refusal(ProblemCode.IMAGE_PROTECTED)
                : new Refusal(
                        ProblemCode.DELETE_NOT_PERMITTED,
                        "The image service does not let this token delete the image. Use a token of the project that owns it, with a role that may, like member.");
    }

    private static Refusal failed(HttpResponse<String> answer) {
        String id = Printable.of(answer.headers().firstValue(RequestId.HEADER).orElse(null));
        return new Refusal(
                ProblemCode.IMAGE_SERVICE_FAILED,
                "The image service failed, under the request id %s. The image may have been deleted all the same; repeating the delete is safe. If it fails again, report the request id to its operators."
                        .formatted(id));
    }

    private boolean isFirst(UUID id, SeenImage image, Exchange exchange) {
        try {
            return records.add(id, image, exchange);
        } catch (DataAccessException | TransactionException e) {
            audit.error(
                    "image={} deleted by the image service, and not recorded, project={} user={}: {}",
                    id,
                    Printable.of(exchange.caller().project()),
                    Printable.of(exchange.caller().user()),
                    e.toString());
            throw new Refusal(
                    ProblemCode.CATALOGUE_UNAVAILABLE,
                    "The image is deleted, but that could not be recorded. A repetition answers 404.");
        }
    }

    @Override
    public Optional<URI> nativeApi(URI here) {
        return Optional.of(settings.nativeApi()).filter(url -> !url.isEmpty()).map(URI::create);
    }
}
