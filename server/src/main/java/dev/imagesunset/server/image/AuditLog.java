package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Logs each change of who can see, who owns and who may delete an image, and each restoration, once it is done. */
final class AuditLog {
    private static final Logger log = LoggerFactory.getLogger("audit");

    private AuditLog() {}

    /** Logs how an image differs from before, once the transaction that changes it has committed. */
    static void changed(Image before, Image after, Caller caller) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rights(after).forEach((property, value) -> {
                    String was = rights(before).get(property);
                    if (!Objects.equals(was, value)) {
                        tell(after.getId(), "%s=%s, was %s".formatted(property, value, was), caller);
                    }
                });
            }
        });
    }

    static void restored(UUID image, Caller caller) {
        tell(image, "restored", caller);
    }

    private static Map<String, String> rights(Image image) {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put("protected", image.getProtected().toString());
        rights.put("visibility", image.getVisibility().getValue());
        rights.put("owner", Printable.of(image.getOwner()));
        return rights;
    }

    private static void tell(UUID image, String change, Caller caller) {
        String user = Printable.of(caller.user());
        String project = Printable.of(caller.project());
        log.atInfo()
                .addKeyValue("image", image)
                .addKeyValue("change", change)
                .addKeyValue("project", project)
                .addKeyValue("user", user)
                .log("image={} {} project={} user={}", image, change, project, user);
    }
}
