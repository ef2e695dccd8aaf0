package dev.imagesunset.server.access;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What an operation wants of its caller, by the contract (nothing, a token, the role admin), and what others are told. */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain operations(
            HttpSecurity http,
            TokenAuthority tokens,
            AuthenticationEntryPoint refusal,
            AccessDeniedHandler operatorsOnly) {
        return http.securityMatcher(request -> asksFor(Operation::needsToken, request))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(request -> asksFor(Operation::isForOperators, request))
                                .hasAuthority(Role.ADMIN.name())
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new TokenHeader())
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(operatorsOnly)
                        .opaqueToken(opaque -> opaque.introspector(tokens)))
                .addFilterAfter(SecurityConfiguration::identify, BearerTokenAuthenticationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(operatorsOnly))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(HeadersConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean asksFor(Predicate<Operation> kind, HttpServletRequest request) {
        return Exchange.of(request).operation().filter(kind).isPresent();
    }

    private static void identify(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            Exchange.of(request).identify(caller);
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

    @Bean
    AccessDeniedHandler operatorsOnly(Problems problems) {
        return (request, response, reason) -> problems.send(ProblemCode.ADMIN_ONLY, request, response);
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
        return new TagFirewall(strictFirewall(), strictFirewall());
    }

    private static StrictHttpFirewall strictFirewall() {
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
