package dev.imagesunset.server.calls;

import dev.imagesunset.server.contract.Contract;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Counts and times the contract's deletes of images, by the version of the API and by what became of them. */
@Component
public class DeleteMeter {
    private final List<Delete> deletes;
    private final MeterRegistry meters;

    DeleteMeter(Contract contract, MeterRegistry meters) {
        this.deletes = contract.operations()
                .filter(operation -> operation.method().equals("DELETE"))
                .filter(operation -> operation.path().endsWith("/images/{image_id}"))
                .map(Delete::of)
                .toList();
        this.meters = meters;
    }

    public void record(String method, String path, String outcome, Duration duration) {
        if (method.equals("DELETE")) {
            deletes.stream()
                    .filter(delete -> delete.path().matcher(path).matches())
                    .findFirst()
                    .ifPresent(delete -> timer(delete.version(), outcome).record(duration));
        }
    }

    private Timer timer(String version, String outcome) {
        return Timer.builder("image.sunset.deletes")
                .description("Deletes that were asked for, and how long they took")
                .tag("version", version)
                .tag("outcome", outcome.equals("ok") ? "deleted" : outcome)
                .register(meters);
    }

    private record Delete(String version, Pattern path) {
        static Delete of(Contract.Operation operation) {
            String path = operation.path();
            return new Delete(path.substring(1, path.indexOf('/', 1)), operation.pattern());
        }
    }
}
