package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.contract.ValueRules;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses what stands in the query of an operation and cannot, by the contract. */
@Component
class QueryRules implements HandlerInterceptor, WebMvcConfigurer {
    private final Map<Operation, Map<String, ValueRules>> rules;

    QueryRules(Contract contract) {
        rules = contract.operations()
                .filter(operation -> operation.method().equals("GET"))
                .filter(Operation::needsToken)
                .collect(Collectors.toMap(Function.identity(), contract::queryParameters));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Exchange.of(request).operation().map(rules::get).ifPresent(known -> request.getParameterMap()
                .forEach((name, values) -> check(name, values, known)));
        return true;
    }

    private static void check(String name, String[] values, Map<String, ValueRules> rules) {
        ValueRules rule = rules.get(name);
        if (rule == null) {
            throw refusal(
                    name,
                    "is not known. Known are "
                            + rules.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        if (values.length != 1) {
            throw refusal(name, "is there " + values.length + " times. Send it once");
        }
        rule.complaintInQuery(values[0]).ifPresent(expected -> {
            throw refusal(name, "is not good. Send " + expected);
        });
    }

    private static Refusal refusal(String name, String words) {
        return new Refusal(
                ProblemCode.PARAMETER_INVALID, "The parameter " + Refusal.shown(name, 40) + " " + words + ".");
    }
}
