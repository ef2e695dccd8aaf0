package dev.imagesunset.server.upstream;

import dev.imagesunset.server.contract.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the contract of this server: all of it, or only the part for a server in front of an image service. */
@Configuration
class ServedContract {
    @Bean
    Contract contract(UpstreamProperties upstream) {
        Contract whole = new Contract();
        return upstream.isInFront() ? whole.inFront() : whole;
    }
}
