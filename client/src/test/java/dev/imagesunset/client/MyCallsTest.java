package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewRehearsal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a project asks of its own calls, and says of them. */
class MyCallsTest {
    private static final String DECISION = """
            {"id":3,"kind":"%s","at":"2026-11-01T09:00:00Z","user":"mia","request_id":"req-1","reason":"r",
            "end":"2026-11-01T09:15:00Z","projects":["demo"]}
            """;
    private static final String CALLS = """
            {"project":"demo","operation":"DELETE /v1.1/images/{image_id}","successor":"DELETE /v2/images/{image_id}",
            "sunset":"2027-12-31T00:00:00Z","days":[{"day":"2026-11-01","deprecated":12}],"user_agents":["curl/8"],
            "last_request_id":"req-2","outcomes":{"ok":12},
            "brownouts":[{"start":"2026-12-01T10:00:00Z","end":"2026-12-01T11:00:00Z","percent":100}],
            "words":[%s],"readiness":{"project":"demo","ready":"no",
            "witnesses":[{"witness":"traffic","says":"later","because":"It called today."}]}}
            """.formatted(DECISION.formatted("need"));

    private final FakeService service = new FakeService();
    private final ImageService images = ImageServiceClient.builder(service.endpoint())
            .token("a-token")
            .time(new FakeTime())
            .build();

    MyCallsTest() throws IOException {}

    @AfterEach
    void stop() {
        images.close();
        service.close();
    }

    @Test
    void aProjectSeesItsCallsAsValues() {
        service.answersJson(200, CALLS).answersJson(200, CALLS);
        MyCalls mine = images.myCalls();
        assertThat(mine.getDays()).singleElement().satisfies(day -> {
            assertThat(day.getDay()).isEqualTo(LocalDate.parse("2026-11-01"));
            assertThat(day.getDeprecated()).isEqualTo(12);
            assertThat(day.getSuccessor()).isNull();
        });
        assertThat(mine.getOutcomes()).containsExactly(Map.entry("ok", 12L));
        assertThat(mine.getBrownouts()).singleElement().satisfies(it -> assertThat(it.getStart())
                .isEqualTo("2026-12-01T10:00:00Z"));
        assertThat(mine.getWords())
                .singleElement()
                .extracting(Decision::getKind)
                .isEqualTo(Decision.KindEnum.NEED);
        assertThat(mine.getReadiness().getWitnesses().get(0).getSays()).hasToString("unknown_default_open_api");
        assertThat(mine.requestId()).hasValue(FakeService.REQUEST_ID);
        assertThat(mine).isEqualTo(images.myCallsAsync().join()).isEqualTo(MyCalls.of(mine.toMap()));
        assertThat(service.paths).containsOnly("/my/calls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/project",
                "/days",
                "/days/0/day",
                "/outcomes/ok",
                "/brownouts/0/start",
                "/words/0/kind",
                "/readiness",
                "/readiness/witnesses/0/because"
            })
    void anAnswerWithoutWhatIsPromisedIsUnexpected(String pointer) {
        JsonPointer missing = JsonPointer.compile(pointer);
        JsonNode answer = JsonMapper.shared().readTree(CALLS);
        ((ObjectNode) answer.at(missing.head())).putNull(missing.last().getMatchingProperty());
        service.answersJson(200, answer.toString());
        assertThatThrownBy(images::myCalls)
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("it has no value for");
    }

    @Test
    void aWordIsSaidAndComesBackAsItIsKept() {
        service.answersJson(201, DECISION.formatted("moved"))
                .answersJson(201, DECISION.formatted("need"))
                .answers(409, "decision-impossible");
        Decision moved = images.sayWord(ProjectWord.moved("Released."));
        assertThat(moved.getKind()).isEqualTo(Decision.KindEnum.MOVED);
        assertThat(moved.getRequestId()).isEqualTo("req-1");
        Instant until = Instant.parse("2027-03-31T00:00:00Z");
        images.sayWordAsync(ProjectWord.need(until, "The next release.")).join();
        assertThatThrownBy(() -> images.sayWord(ProjectWord.need(Instant.EPOCH, "Late.")))
                .isInstanceOf(ConflictException.class);
        assertThat(service.paths).containsOnly("/my/words");
        assertThat(service.bodies.subList(0, 2))
                .containsExactly(
                        "{\"word\":\"moved\",\"reason\":\"Released.\"}",
                        "{\"word\":\"need\",\"until\":\"2027-03-31T00:00:00Z\",\"reason\":\"The next release.\"}");
    }

    @Test
    void aProjectRehearsesForATime() {
        service.answersJson(201, DECISION.formatted("rehearsal"))
                .answers(503)
                .answersJson(201, DECISION.formatted("rehearsal"));
        NewRehearsal rehearsal =
                NewRehearsal.builder().minutes(15).reason("Who notices.").build();
        assertThat(images.rehearse(rehearsal).getEnd()).isEqualTo("2026-11-01T09:15:00Z");
        assertThat(images.rehearseAsync(rehearsal).join().getKind()).isEqualTo(Decision.KindEnum.REHEARSAL);
        assertThat(service.paths).containsOnly("/my/rehearsals").hasSize(3);
        assertThat(JsonMapper.shared().readTree(service.bodies.get(0)))
                .isEqualTo(JsonMapper.shared().readTree("{\"minutes\":15,\"reason\":\"Who notices.\"}"));
    }

    @Test
    void aServiceWithoutTheseCallsIsTheWrongOne() {
        service.answers(404, "path-not-found");
        assertThatThrownBy(images::myCalls).isInstanceOf(UnexpectedAnswerException.class);
    }
}
