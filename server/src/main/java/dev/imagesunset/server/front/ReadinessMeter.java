package dev.imagesunset.server.front;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Tells monitoring what the balancer is told: a server that is not ready has few calls by whose failure it would show. */
@Component
class ReadinessMeter implements SmartInitializingSingleton {
    private final MeterRegistry meters;
    private final ObjectProvider<HealthEndpoint> health;

    ReadinessMeter(MeterRegistry meters, ObjectProvider<HealthEndpoint> health) {
        this.meters = meters;
        this.health = health;
    }

    @Override
    public void afterSingletonsInstantiated() {
        health.ifAvailable(endpoint -> Gauge.builder("image.sunset.ready", () -> isReady(endpoint) ? 1 : 0)
                .description("Whether this server is ready, as its health says")
                .register(meters));
    }

    private static boolean isReady(HealthEndpoint endpoint) {
        HealthDescriptor readiness = endpoint.healthForPath("readiness");
        return readiness != null && Status.UP.equals(readiness.getStatus());
    }
}
