package dev.imagesunset.server.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which requests need a token, and what a request without a good one is told. */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain operations(
            HttpSecurity http, Contract contract, TokenAuthority tokens, AuthenticationEntryPoint refusal) {
        return http.securityMatcher(new OrRequestMatcher(contract.operations()
                        .filter(Contract.Operation::needsToken)
                        .flatMap(SecurityConfiguration::requests)
                        .toList()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new TokenHeader())
                        .authenticationEntryPoint(refusal)
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .addFilterAfter(SecurityConfiguration::nameCaller, BearerTokenAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .build();
    }

    private static Stream<RequestMatcher> requests(Contract.Operation operation) {
        // Who may GET may ask for the HEAD of it.
        Stream<String> methods =
                operation.method().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(operation.method());
        return methods.map(method -> pathPattern(HttpMethod.valueOf(method), operation.path()));
    }

    /** For the log, which is written when nobody is authenticated any more. */
    private static void nameCaller(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            caller.nameRequest(request);
        }
        next.doFilter(request, response);
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

    @Bean
    AuthenticationEntryPoint refusal(Problems problems) {
        return (request, response, reason) -> problems.send(code(reason), request, response);
    }

    private static ProblemCode code(AuthenticationException reason) {
        if (reason instanceof IdentityUnavailable) {
            return ProblemCode.IDENTITY_UNAVAILABLE;
        }
        if (reason instanceof TokenAmbiguous) {
            return ProblemCode.TOKEN_AMBIGUOUS;
        }
        return reason instanceof OAuth2AuthenticationException ? ProblemCode.TOKEN_INVALID : ProblemCode.TOKEN_MISSING;
    }

    /** One figure for the request is enough; each filter need not have its own. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        // A method that nobody knows is refused with 405 where all others are.
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(value -> value.chars().allMatch(SecurityConfiguration::isOfFieldValues));
        return firewall;
    }

    /** Bytes beyond ASCII are legal (RFC 9110, section 5.5): to read them for our own purposes must not change an answer. */
    private static boolean isOfFieldValues(int character) {
        return character == '\t' || (character >= ' ' && character != 0x7f);
    }

    @Bean
    RequestRejectedHandler rejected(Problems problems) {
        return (request, response, reason) -> problems.send(ProblemCode.REQUEST_MALFORMED, request, response);
    }
}
