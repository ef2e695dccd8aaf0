package dev.imagesunset.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Call CREATED = call(Call.Action.CREATE, 0, 1, 201, null);

    @Test
    void callsAtTheSameTimeMayHaveHappenedInEitherOrder() {
        assertThat(new History(List.of(
                                CREATED,
                                call(Call.Action.DELETE, 2, 5, 204, null),
                                call(Call.Action.SHOW, 3, 4, 200, "a")))
                        .isLinearizable())
                .isTrue();
    }

    @Test
    void whatIsDeletedIsNotShownAfterwards() {
        assertThat(new History(List.of(
                                CREATED,
                                call(Call.Action.DELETE, 2, 3, 204, null),
                                call(Call.Action.SHOW, 4, 5, 200, "a")))
                        .isLinearizable())
                .isFalse();
    }

    @Test
    void twoDeletesDoNotBothSucceed() {
        assertThat(new History(List.of(
                                CREATED,
                                call(Call.Action.DELETE, 2, 5, 204, null),
                                call(Call.Action.DELETE_V11, 3, 4, 204, null)))
                        .isLinearizable())
                .isFalse();
    }

    private static Call call(Call.Action action, long start, long end, int status, @Nullable String shown) {
        return new Call(action, "a", start, end, status, shown);
    }
}
