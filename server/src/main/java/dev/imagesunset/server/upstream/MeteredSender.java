package dev.imagesunset.server.upstream;

import dev.imagesunset.server.remote.Sender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Measures how long the image service takes, and what it answers. */
final class MeteredSender implements Sender {
    private final Sender sender;
    private final MeterRegistry meters;

    MeteredSender(Sender sender, MeterRegistry meters) {
        this.sender = sender;
        this.meters = meters;
    }

    @Override
    public HttpResponse<String> send(HttpRequest request, Duration longest) throws IOException {
        Timer.Sample duration = Timer.start(meters);
        String outcome = "none";
        try {
            HttpResponse<String> answer = sender.send(request, longest);
            outcome = Integer.toString(answer.statusCode());
            return answer;
        } finally {
            duration.stop(Timer.builder("image.sunset.upstream.requests")
                    .description("Requests to the image service behind this server, by the status of its answer")
                    .tag("method", request.method())
                    .tag("answer", outcome)
                    .register(meters));
        }
    }
}
