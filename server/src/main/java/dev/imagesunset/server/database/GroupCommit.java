package dev.imagesunset.server.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Lets callers that wait at the same time share one statement, and so one commit. A caller who finds no statement in
 * progress leads at once, alone. The others queue; when the statement has ended, the first of them leads the next
 * group, which is itself and those behind it. Nobody waits for company, the callers' own threads do the work, and each is
 * answered after its own statement has committed. Once a caller has waited too long, and until a statement succeeds,
 * callers who would have to wait are refused at once: when the database hangs, a crowd need not find out one by one.
 *
 * @param <T> what a caller wants; never equal to what another caller wants
 */
public final class GroupCommit<T> {
    private static final int LARGEST_GROUP = 64;
    private static final int WAITING_ROOM = 1_000;

    /**
     * Part of the 3 seconds within which a caller is told of an outage; a connection and the statement may take most of
     * the rest.
     */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final Function<List<T>, Set<T>> statement;
    private final int room;
    private final Duration patience;
    private final Lock lock = new ReentrantLock();
    private final Queue<Member> line = new ArrayDeque<>();
    private boolean isUnderWay;
    private boolean isStuck;

    /**
     * Creates groups for a statement.
     *
     * @param statement does as much as it can of what is wanted, in one transaction, and returns what it has done
     */
    public GroupCommit(Function<List<T>, Set<T>> statement) {
        this(statement, WAITING_ROOM, PATIENCE);
    }

    GroupCommit(Function<List<T>, Set<T>> statement, int room, Duration patience) {
        this.statement = statement;
        this.room = room;
        this.patience = patience;
    }

    /**
     * Does what a caller wants, and returns when it is committed.
     *
     * @return whether it was done
     * @throws RuntimeException if the statement throws it; everybody in the group gets it
     * @throws TransientDataAccessException if too many callers wait, or this one for too long; then it was not done
     */
    public boolean submit(T wanted) {
        Member member = new Member(wanted);
        enter(member);
        return member.nextStep().getAsBoolean();
    }

    private void enter(Member member) {
        lock.lock();
        try {
            if (!isUnderWay) {
                isUnderWay = true;
                member.leads();
            } else if (isStuck) {
                throw new TransientDataAccessResourceException("The database is too slow for those who wait already");
            } else if (line.size() < room) {
                line.add(member);
            } else {
                throw new TransientDataAccessResourceException("Too many wait for the database");
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean lead(Member leader) {
        List<Member> group = groupOf(leader);
        try {
            Set<T> done = run(group);
            group.forEach(member -> member.step.complete(() -> done.contains(member.wanted)));
            return done.contains(leader.wanted);
        } catch (RuntimeException | Error failure) {
            group.forEach(member -> member.step.complete(() -> {
                throw failure;
            }));
            throw failure;
        }
    }

    private List<Member> groupOf(Member leader) {
        List<Member> group = new ArrayList<>(LARGEST_GROUP);
        group.add(leader);
        lock.lock();
        try {
            while (group.size() < LARGEST_GROUP && !line.isEmpty()) {
                group.add(line.remove());
            }
        } finally {
            lock.unlock();
        }
        return group;
    }

    private Set<T> run(List<Member> group) {
        boolean hasSucceeded = false;
        try {
            Set<T> done =
                    statement.apply(group.stream().map(member -> member.wanted).toList());
            hasSucceeded = true;
            return done;
        } finally {
            goOn(hasSucceeded);
        }
    }

    private void goOn(boolean hasSucceeded) {
        lock.lock();
        try {
            isStuck &= !hasSucceeded;
            isUnderWay = !line.isEmpty();
            if (isUnderWay) {
                line.remove().leads();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A caller, and its next step once that is known: to lead a group, or to go on with a leader's result. */
    private final class Member {
        private final T wanted;
        private final CompletableFuture<BooleanSupplier> step = new CompletableFuture<>();

        Member(T wanted) {
            this.wanted = wanted;
        }

        void leads() {
            step.complete(() -> lead(this));
        }

        BooleanSupplier nextStep() {
            try {
                return step.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                leave(false);
            } catch (TimeoutException | ExecutionException e) {
                leave(true);
            }
            return step.join();
        }

        /**
         * Leaves the queue, unless a group already includes this caller: then only the group's end tells its result.
         */
        private void leave(boolean inVain) {
            lock.lock();
            try {
                if (line.remove(this)) {
                    isStuck |= inVain;
                    throw new QueryTimeoutException("The database is too slow for all who wait for it");
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
