package dev.imagesunset.server.access;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Configures which requests are refused outright, which need a token, and which security headers pages carry. */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain operations(TokenAuthority tokens, Problems problems) {
        return new DefaultSecurityFilterChain(SecurityConfiguration::needsToken, new Gate(tokens, problems));
    }

    private static boolean needsToken(HttpServletRequest request) {
        return Exchange.of(request).operation().filter(Operation::needsToken).isPresent();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    /** Turns off the metrics of each security filter: those of the whole request are enough. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    HttpFirewall firewall() {
        return new TagFirewall(strictFirewall(), strictFirewall());
    }

    private static StrictHttpFirewall strictFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        // Unknown methods are refused with 405, in the same place as all other wrong methods.
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(value -> value.chars().allMatch(SecurityConfiguration::isOfFieldValues));
        return firewall;
    }

    /** Bytes beyond ASCII are legal (RFC 9110, section 5.5): that the server reads them must not change an answer. */
    private static boolean isOfFieldValues(int character) {
        return character == '\t' || (character >= ' ' && character != 0x7f);
    }

    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, reason) ->
                problems.send(new Refusal(ProblemCode.REQUEST_MALFORMED), request, response);
    }
}
