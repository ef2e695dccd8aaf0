package dev.imagesunset.server.access;

import dev.imagesunset.server.remote.PromptCheck;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports whether the identity service answers. Stays up during an outage while known tokens still work: no other
 * instance could do more.
 */
public final class IdentityHealth implements HealthIndicator {
    private final TokenAuthority tokens;
    private final PromptCheck check;
    private final Duration patience;

    IdentityHealth(TokenAuthority tokens, Duration patience) {
        this.tokens = tokens;
        this.check = new PromptCheck(tokens::check, patience);
        this.patience = patience;
    }

    /** Whether it cannot validate a token now, so that another service that asks it may refuse a good one. */
    public boolean isOutFor(String token) {
        PromptCheck proof = new PromptCheck(() -> tokens.prove(token), patience.multipliedBy(2));
        return !proof.find().remark().isEmpty();
    }

    @Override
    public Health health() {
        PromptCheck.Finding finding = check.find();
        if (finding.remark().isEmpty()) {
            return Health.up().build();
        }
        Health.Builder health = finding.isWell() ? Health.up() : Health.down();
        if (tokens.goesOnWithoutIt()) {
            health.up().withDetail("limits", "Only tokens that are known already work");
        }
        return health.withDetail("reason", finding.remark()).build();
    }
}
