package dev.imagesunset.server.sunset.web;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.generated.Decision;
import dev.imagesunset.server.generated.Decision.KindEnum;
import dev.imagesunset.server.generated.DecisionsApi;
import dev.imagesunset.server.http.BodyRules;
import dev.imagesunset.server.http.Page;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.sunset.Decisions;
import dev.imagesunset.server.sunset.EndOfLife;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes and lists operators' decisions about the end while the servers run. */
@RestController
class DecisionsController implements DecisionsApi {
    /** What would be kept and not heeded. */
    private static final Map<KindEnum, List<String>> MEANINGLESS = Map.of(
            KindEnum.BROWNOUT_END, List.of("projects", "percent"),
            KindEnum.EXEMPTION, List.of("start", "percent"),
            KindEnum.POSTPONEMENT, List.of("start", "projects", "percent"),
            KindEnum.RELEASE, List.of("start", "end", "percent"));

    private final BodyRules rules;
    private final Decisions decisions;
    private final EndOfLife endOfLife;
    private final JsonMapper json;
    private final HttpServletRequest request;

    DecisionsController(
            Contract contract, Decisions decisions, EndOfLife endOfLife, JsonMapper json, HttpServletRequest request) {
        this.rules = new BodyRules(contract, "NewDecision");
        this.decisions = decisions;
        this.endOfLife = endOfLife;
        this.json = json;
        this.request = request;
    }

    @Override
    public ResponseEntity<Decision> decide(ObjectNode newDecision) {
        rules.check(newDecision);
        KindEnum kind = KindEnum.fromValue(newDecision.get("kind").asString());
        for (String property : MEANINGLESS.getOrDefault(kind, List.of())) {
            if (newDecision.has(property)) {
                throw new Refusal(
                        ProblemCode.BODY_MALFORMED,
                        "The property %s means nothing in a decision of the kind %s. Leave it out."
                                .formatted(property, kind.getValue()));
            }
        }
        if (kind != KindEnum.EXEMPTION
                && newDecision.path("projects").isArray()
                && newDecision.get("projects").isEmpty()) {
            throw new Refusal(
                    ProblemCode.BODY_MALFORMED, "The property projects is empty. Name some, or leave it out for all.");
        }
        Decision wanted = json.treeToValue(newDecision, Decision.class);
        if (wanted.getProjects() == null) {
            wanted.projects(List.of());
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(endOfLife.decide(wanted, Exchange.current()));
    }

    @Override
    public ResponseEntity<dev.imagesunset.server.generated.Decisions> listDecisions(
            @Nullable String project, Integer limit, @Nullable Long marker) {
        int most = Page.limit(limit);
        Page<Decision> page = Page.of(decisions.list(project, marker, most), most);
        return ResponseEntity.ok(new dev.imagesunset.server.generated.Decisions(page.items())
                .next(page.next(request, decision -> decision.getId().toString())));
    }
}
