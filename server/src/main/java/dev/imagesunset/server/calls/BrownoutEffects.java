package dev.imagesunset.server.calls;

import dev.imagesunset.server.generated.BrownoutEffect;
import dev.imagesunset.server.generated.HitCaller;
import dev.imagesunset.server.generated.HitCaller.EffectEnum;
import dev.imagesunset.server.sunset.Brownout;
import dev.imagesunset.server.sunset.EndOfLife;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What past brownouts did to each caller that they hit, and what to do in the next one. */
@Repository
public class BrownoutEffects {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int FEW = 10;
    private static final int FAR_MORE = 3;

    private static final String HIT = """
            WITH hit AS (
                SELECT project, SUM(calls) AS refused FROM api_calls
                WHERE span = 'day' AND outcome = 'brownout' AND version = :deprecated
                    AND start_at > CAST(:start AS timestamptz) - interval '1 day' AND start_at < :end
                    AND last_at >= :start AND first_at < :end AND project <> '-'
                GROUP BY project)
            SELECT hit.project, names.name, hit.refused,
                COALESCE(MAX(seen.last_at) FILTER (WHERE version = :deprecated AND outcome <> 'rehearsal'), :start) >= :end AS came_back,
                COALESCE(MAX(seen.last_at) FILTER (WHERE version = :successor), :start) >= :end AS moved,
                SUM(calls) FILTER (WHERE version = :deprecated AND outcome NOT IN ('brownout', 'rehearsal'))
                    / GREATEST(1, COUNT(DISTINCT start_at) FILTER (WHERE version = :deprecated AND outcome NOT IN ('brownout', 'rehearsal'))) AS usual
            FROM hit JOIN calling_projects AS names USING (project)
            JOIN api_calls AS seen ON seen.project = hit.project AND seen.span = 'day' AND seen.version IN (:deprecated, :successor)
                AND seen.start_at > CAST(:start AS timestamptz) - interval '31 days'
            GROUP BY hit.project, names.name, hit.refused ORDER BY hit.refused DESC, hit.project
            """;

    private final JdbcClient database;
    private final CountedVersions versions;
    private final EndOfLife endOfLife;
    private final Duration untilAllAreCounted;

    BrownoutEffects(JdbcClient database, CountedVersions versions, EndOfLife endOfLife, UsageProperties usage) {
        this.database = database;
        this.versions = versions;
        this.endOfLife = endOfLife;
        untilAllAreCounted = usage.flushInterval().plus(A_MINUTE);
    }

    /** The effects of the latest brownouts that are over, newest first. */
    public List<BrownoutEffect> list() {
        Instant now = endOfLife.now();
        return endOfLife.plan().past(now).stream()
                .map(window -> effect(window, now))
                .toList();
    }

    private BrownoutEffect effect(Brownout window, Instant now) {
        List<HitCaller> callers = database.sql(HIT)
                .param("deprecated", versions.deprecated())
                .param("successor", versions.successor())
                .param("start", window.start().atOffset(ZoneOffset.UTC))
                .param("end", window.end().atOffset(ZoneOffset.UTC))
                .query(BrownoutEffects::read)
                .list();
        return new BrownoutEffect(window.shown(), recommend(callers, window.end(), now), callers);
    }

    private static HitCaller read(ResultSet row, int number) throws SQLException {
        long refused = row.getLong("refused");
        long usual = row.getLong("usual");
        boolean retried = refused > FEW && refused > FAR_MORE * usual;
        return new HitCaller(
                        row.getString("project"),
                        refused,
                        usual,
                        effect(row.getBoolean("came_back"), row.getBoolean("moved"), retried))
                .name(row.getString("name"));
    }

    static EffectEnum effect(boolean cameBack, boolean moved, boolean retried) {
        if (cameBack) {
            return retried ? EffectEnum.RETRIED : EffectEnum.UNCHANGED;
        }
        return moved ? EffectEnum.MOVED : EffectEnum.SILENT;
    }

    /**
     * What to do next: wait until it can be known, talk to callers that retried, lengthen the window for those that did
     * not notice, else widen it.
     */
    private String recommend(Collection<HitCaller> callers, Instant end, Instant now) {
        Instant counted = end.plus(untilAllAreCounted);
        if (now.isBefore(counted)) {
            return "It has only just ended, and its calls are counted by %s. Look again then.".formatted(counted);
        }
        Map<EffectEnum, Long> counts =
                callers.stream().collect(Collectors.groupingBy(HitCaller::getEffect, Collectors.counting()));
        if (callers.isEmpty()) {
            return "It hit nobody. Choose another time of the day, a longer window or more projects.";
        }
        if (counts.containsKey(EffectEnum.RETRIED)) {
            return "%d retried through it. Talk to them first, and let the next one be no longer."
                    .formatted(counts.get(EffectEnum.RETRIED));
        }
        if (counts.containsKey(EffectEnum.UNCHANGED)) {
            return "%d came back unchanged. Let the next one be for them, and twice as long."
                    .formatted(counts.get(EffectEnum.UNCHANGED));
        }
        return counts.containsKey(EffectEnum.SILENT) && now.isBefore(end.plus(A_DAY))
                ? "None that it hit came back so far, but who calls once a day may still. Look again tomorrow."
                : "All that it hit moved or fell silent. Let the next one be for more projects.";
    }
}
