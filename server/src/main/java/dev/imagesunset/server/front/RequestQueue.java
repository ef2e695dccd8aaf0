package dev.imagesunset.server.front;

import java.io.Serial;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.threads.TaskQueue;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for a thread, in their order. The thread that has been idle for the shortest time is called to
 * them. In Tomcat's own queue, idle threads take turns: after a crowd, the few requests that come meet one cold thread
 * after the other, and keep all of them from ending. Only one thread at a time is on its way, and calls the next if it
 * leaves requests behind, since a busy thread may be free before that one has woken.
 */
final class RequestQueue extends TaskQueue {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ConcurrentLinkedDeque<IdleThread> idle = new ConcurrentLinkedDeque<>();

    /** Threads that were called and have not looked yet; for a moment one too few. */
    private final AtomicInteger onTheirWay = new AtomicInteger();

    RequestQueue(int capacity) {
        super(capacity);
    }

    @Override
    public boolean offer(Runnable request) {
        boolean isQueued = super.offer(request);
        callIfNeeded();
        return isQueued;
    }

    @Override
    public boolean force(Runnable request) {
        boolean isQueued = super.force(request);
        callIfNeeded();
        return isQueued;
    }

    /** Whoever is on its way looks after this, so it finds what is here now. */
    private void callIfNeeded() {
        if (!isEmpty() && onTheirWay.get() <= 0) {
            IdleThread latest = idle.pollFirst();
            if (latest != null) {
                onTheirWay.incrementAndGet();
                latest.call();
            }
        }
    }

    /** The next request, or null if none comes in time. */
    @Override
    public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        Runnable next = next();
        for (long left = end - System.nanoTime(); next == null && left > 0; left = end - System.nanoTime()) {
            rest(left);
            next = next();
        }
        // Only Tomcat's queue knows whether a thread without work should end.
        return next == null ? super.poll(0, unit) : next;
    }

    private @Nullable Runnable next() {
        Runnable next = poll();
        if (next != null) {
            callIfNeeded();
        }
        return next;
    }

    /** Waits until it is called or the time is over; it may also end without a reason. */
    private void rest(long nanos) throws InterruptedException {
        IdleThread self = new IdleThread(Thread.currentThread());
        idle.addFirst(self);
        // A request may have come when this thread could not be called yet.
        if (isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        if (self.isCalled || !idle.removeFirstOccurrence(self)) {
            onTheirWay.decrementAndGet();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public Runnable take() throws InterruptedException {
        Runnable next = null;
        while (next == null) {
            next = poll(1, TimeUnit.DAYS);
        }
        return next;
    }

    private static final class IdleThread {
        private final Thread thread;
        private volatile boolean isCalled;

        IdleThread(Thread thread) {
            this.thread = thread;
        }

        void call() {
            isCalled = true;
            LockSupport.unpark(thread);
        }
    }
}
