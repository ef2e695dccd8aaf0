package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.contract.ValueRules;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses queries that the contract does not allow an operation to have. */
@Component
class QueryRules implements HandlerInterceptor, WebMvcConfigurer {
    private final Map<Operation, Rules> rules;

    QueryRules(Contract contract) {
        rules = contract.operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(Operation::needsToken)
                .collect(Collectors.toMap(Function.identity(), operation -> Rules.of(operation, contract)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Exchange.of(request).operation().map(rules::get).ifPresent(known -> known.check(request.getParameterMap()));
        return true;
    }

    /**
     * The rules for an operation's query.
     *
     * @param named the rules for the parameters that it names
     * @param required the names of the required parameters
     * @param others the rules for all other parameters, if it allows any
     */
    private record Rules(Map<String, ValueRules> named, List<String> required, Optional<ValueRules> others) {
        static Rules of(Operation operation, Contract contract) {
            return new Rules(
                    contract.queryParameters(operation),
                    contract.requiredQueryParameters(operation),
                    contract.otherQueryParameters(operation));
        }

        void check(Map<String, String[]> parameters) {
            parameters.forEach(this::check);
            required.stream()
                    .filter(name -> !parameters.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw Refusal.ofParameter(name, "is missing. Send it");
                    });
        }

        private void check(String name, String[] values) {
            ValueRules rule = named.containsKey(name) ? named.get(name) : others.orElseThrow(() -> unknown(name));
            if (values.length != 1 && !rule.isList()) {
                throw Refusal.ofParameter(name, "is there " + values.length + " times. Send it once");
            }
            Stream.concat(Stream.of(values), named.containsKey(name) ? Stream.empty() : Stream.of(name))
                    .flatMap(value -> rule.complaintInQuery(value).stream())
                    .findFirst()
                    .ifPresent(expected -> {
                        throw Refusal.ofParameter(name, "is not good. Send " + expected);
                    });
        }

        private Refusal unknown(String name) {
            String known = named.keySet().stream().sorted().collect(Collectors.joining(", "));
            return Refusal.ofParameter(
                    name,
                    known.isEmpty()
                            ? "is not known, nor is any other here. Leave it out"
                            : "is not known. Leave it out, or send one of: " + known);
        }
    }
}
