package dev.imagesunset.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

class GroupCommitTest {
    private static final int ROOM = 110;

    private final BlockingQueue<Statement> statements = new LinkedBlockingQueue<>();
    private final GroupCommit<Integer> groups = new GroupCommit<>(this::execute, ROOM, Duration.ofMinutes(1));
    private final GroupCommit<Integer> hurried = new GroupCommit<>(this::execute, ROOM, Duration.ofMillis(50));
    private final GroupCommit<Integer> patient = new GroupCommit<>(this::execute, ROOM, Duration.ofMillis(500));
    private final ExecutorService callers = Executors.newCachedThreadPool();

    /** A statement that lasts until the test ends it. */
    private record Statement(List<Integer> wanted, CompletableFuture<Set<Integer>> done) {
        void succeed() {
            done.complete(Set.copyOf(wanted));
        }

        void fail() {
            done.completeExceptionally(new IllegalStateException("The database hangs"));
        }
    }

    @AfterEach
    void goHome() {
        callers.shutdownNow();
    }

    @Test
    void whoIsAloneGoesAtOnceAndAlone() throws Exception {
        Future<Boolean> caller = submit(1);
        Statement statement = statements.take();
        assertThat(statement.wanted).containsExactly(1);
        assertThat(caller).isNotDone();
        statement.succeed();
        assertThat(caller.get()).isTrue();
    }

    @Test
    void whoeverWaitsGoesTogetherInTheOrderInWhichTheyCameAndEachIsToldItsOwnOutcome() throws Exception {
        Statement first = taken(1);
        List<Future<Boolean>> waiting =
                IntStream.rangeClosed(3, 9).mapToObj(this::submitAndWait).toList();
        assertThat(statements).isEmpty();
        first.succeed();
        Statement group = statements.take();
        assertThat(group.wanted).containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(waiting).noneMatch(Future::isDone);
        group.done.complete(Set.of(3, 9));
        assertThat(waiting.get(0).get()).isTrue();
        assertThat(waiting.get(1).get()).isFalse();
        assertThat(waiting.get(6).get()).isTrue();
    }

    @Test
    void noGroupIsLargerThanSixtyFour() throws Exception {
        Statement first = taken(1);
        List<Future<Boolean>> crowd =
                IntStream.rangeClosed(3, 103).mapToObj(this::submitAndWait).toList();
        first.succeed();
        Statement second = statements.take();
        assertThat(second.wanted).hasSize(64);
        assertThat(crowd).noneMatch(Future::isDone);
        second.succeed();
        assertThat(statements.take().wanted).hasSize(37);
    }

    @Test
    void aFailureIsThatOfItsGroupAlone() throws Exception {
        Statement first = taken(1);
        Future<Boolean> third = submitAndWait(3);
        Future<Boolean> fourth = submitAndWait(4);
        first.succeed();
        Statement group = statements.take();
        Future<Boolean> fifth = submitAndWait(5);
        group.done.completeExceptionally(new IllegalStateException("broken"));
        assertThatThrownBy(third::get).hasRootCauseMessage("broken");
        assertThatThrownBy(fourth::get).hasRootCauseMessage("broken");
        statements.take().succeed();
        assertThat(fifth.get()).isTrue();
    }

    @Test
    void whoeverWaitsForTooLongIsToldAndItsWishIsForgotten() throws Exception {
        Future<Boolean> first = callers.submit(() -> hurried.submit(1));
        Statement statement = statements.take();
        assertThatThrownBy(() -> hurried.submit(2)).isInstanceOf(QueryTimeoutException.class);
        statement.succeed();
        assertThat(first.get()).isTrue();
        assertThat(statements).isEmpty();
    }

    @Test
    void whoeverComesAfterOneHasWaitedInVainIsToldAtOnceUntilAStatementSucceeds() throws Exception {
        Future<Boolean> first = callers.submit(() -> patient.submit(1));
        Statement statement = statements.take();
        assertThatThrownBy(() -> patient.submit(2)).isInstanceOf(QueryTimeoutException.class);
        assertThatThrownBy(() -> patient.submit(3)).isInstanceOf(TransientDataAccessResourceException.class);
        statement.fail();
        assertThatThrownBy(first::get).hasRootCauseInstanceOf(IllegalStateException.class);

        Future<Boolean> fourth = callers.submit(() -> patient.submit(4));
        Statement afterwards = statements.take();
        assertThatThrownBy(() -> patient.submit(5)).isInstanceOf(TransientDataAccessResourceException.class);
        afterwards.succeed();
        assertThat(fourth.get()).isTrue();

        Future<Boolean> sixth = callers.submit(() -> patient.submit(6));
        Statement healed = statements.take();
        Future<Boolean> seventh = callers.submit(() -> patient.submit(7));
        healed.succeed();
        assertThat(sixth.get()).isTrue();
        statements.take().succeed();
        assertThat(seventh.get()).isTrue();
    }

    @Test
    void whoeverWasTakenAlongWaitsForTheEndHoweverLongItTakes() throws Exception {
        Statement first = taken(1);
        Future<Boolean> third = submitAndWait(3);
        Thread[] waits = new Thread[1];
        Future<Boolean> fourth = callers.submit(() -> {
            waits[0] = Thread.currentThread();
            return groups.submit(4);
        });
        await().until(() -> waits[0] != null && isWaiting(waits[0]));
        first.succeed();
        Statement group = statements.take();
        assertThat(group.wanted).containsExactly(3, 4);
        waits[0].interrupt();
        await().during(Duration.ofMillis(50)).until(() -> !fourth.isDone());
        group.succeed();
        assertThat(third.get()).isTrue();
        assertThat(fourth.get()).isTrue();
    }

    @Test
    void whoeverFindsTheWaitingRoomFullIsToldAtOnce() throws Exception {
        taken(1);
        List<Future<Boolean>> crowd =
                IntStream.range(3, 3 + ROOM).mapToObj(this::submitAndWait).toList();
        assertThatThrownBy(() -> groups.submit(0)).isInstanceOf(TransientDataAccessResourceException.class);
        assertThat(crowd).noneMatch(Future::isDone);
    }

    private Set<Integer> execute(List<Integer> wanted) {
        Statement statement = new Statement(wanted, new CompletableFuture<>());
        statements.add(statement);
        return statement.done.join();
    }

    private Statement taken(int wanted) throws InterruptedException {
        Future<Boolean> leader = submit(wanted);
        Statement statement = statements.take();
        assertThat(leader).isNotDone();
        return statement;
    }

    private Future<Boolean> submit(int wanted) {
        return callers.submit(() -> groups.submit(wanted));
    }

    /** Submits, and returns when it is in line. */
    private Future<Boolean> submitAndWait(int wanted) {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        Future<Boolean> caller = callers.submit(() -> {
            thread.complete(Thread.currentThread());
            return groups.submit(wanted);
        });
        Thread waits = thread.join();
        while (!isWaiting(waits)) {
            Thread.onSpinWait();
        }
        return caller;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING || thread.getState() == Thread.State.WAITING;
    }
}
