package dev.imagesunset.server.upstream;

import dev.imagesunset.server.contract.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contract of this server: all of it, or what there is in front of an image service. */
@Configuration
class ServedContract {
    @Bean
    Contract contract(UpstreamProperties upstream) {
        Contract whole = new Contract();
        return upstream.isInFront() ? whole.inFront() : whole;
    }
}
