package dev.imagesunset.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairLineTest {
    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final FairLine line = new FairLine(workers::add, 1, 20);
    private final List<String> asked = new ArrayList<>();
    private final List<String> gaveWay = new ArrayList<>();
    private final List<String> over = new ArrayList<>();

    @Test
    void eachSourceHasOneTurnAfterTheOther() {
        ask("a1", "a");
        ask("a2", "a");
        ask("a3", "a");
        ask("b1", "b");
        work();
        assertThat(asked).containsExactly("a1", "b1", "a2", "a3");
    }

    @Test
    void ofMoreThanCanBeAskedInTimeTheNewestComesFirst() {
        for (int i = 1; i <= 18; i++) {
            ask("a" + i, "a");
        }
        work();
        assertThat(asked).startsWith("a18", "a17", "a1", "a2").endsWith("a15", "a16");
    }

    @Test
    void ofManySourcesEachHasLessTime() {
        for (int i = 1; i <= 6; i++) {
            ask("a" + i, "a");
            ask("b" + i, "b");
            ask("c" + i, "c");
        }
        work();
        assertThat(asked).startsWith("a6", "b6", "c6", "a1");
    }

    @Test
    void whoComesBackAtOnceDoesNotOvertakeThoseWhoWait() {
        Question again = new Question("again") {
            @Override
            public void ask() {
                super.ask();
                if (asked.size() < 5) {
                    line.add(this, "a");
                }
            }
        };
        line.add(again, "a");
        ask("a1", "a");
        ask("a2", "a");
        work();
        assertThat(asked).startsWith("again", "a1", "a2", "again");
    }

    @Test
    void whereTooManyWaitTheOldestOfTheSourceWithTheMostGivesWay() {
        ask("b1", "b");
        for (int i = 1; i <= 19; i++) {
            ask("a" + i, "a");
        }
        ask("c1", "c");
        ask("a20", "a");
        assertThat(gaveWay).containsExactly("a1", "a2");
        work();
        assertThat(asked).hasSize(20).contains("b1", "c1", "a3", "a20").doesNotContain("a1", "a2");
    }

    @Test
    void tokensThatWereGoodComeFirstAndLeaveEveryFourthTurn() {
        ask("a1", "a");
        ask("a2", "a");
        for (int i = 1; i <= 4; i++) {
            line.addKnown(new Question("known" + i));
        }
        work();
        assertThat(asked).containsExactly("known1", "known2", "known3", "a1", "known4", "a2");
    }

    @Test
    void noMoreThanSoManyAreAskedAtOnce() {
        ask("a1", "a");
        ask("a2", "a");
        assertThat(workers).hasSize(1);
        work();
        ask("a3", "a");
        assertThat(workers).hasSize(1);
    }

    @Test
    void aQuestionWhoseAnswerNobodyWaitsForAnyMoreIsNotAsked() {
        ask("a1", "a");
        ask("a2", "a");
        over.add("a2");
        work();
        assertThat(asked).containsExactly("a1");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 2001:db8:0:0:ffff:ffff:ffff:ffff, true",
        "2001:db8::1, [2001:db8::2], true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
        "192.0.2.1, 192.0.2.2, false",
        "no:address, another:one, false",
        "a.name.example, a.name.example, true"
    })
    void aNetworkOfVersionSixIsOneSource(String one, String other, boolean isSame) {
        assertThat(CallersSource.of(one).equals(CallersSource.of(other))).isEqualTo(isSame);
    }

    private void ask(String name, String source) {
        line.add(new Question(name), source);
    }

    private void work() {
        workers.remove().run();
    }

    private class Question implements FairLine.Question {
        private final String name;

        Question(String name) {
            this.name = name;
        }

        @Override
        public boolean isOver() {
            return over.contains(name);
        }

        @Override
        public void ask() {
            asked.add(name);
        }

        @Override
        public void giveWay() {
            gaveWay.add(name);
        }
    }
}
