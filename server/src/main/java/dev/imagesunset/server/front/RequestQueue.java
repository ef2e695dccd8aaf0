package dev.imagesunset.server.front;

import java.io.Serial;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.threads.TaskQueue;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for a thread, in their order. Each goes to the thread that has been idle for the shortest time. In
 * Tomcat's own queue, idle threads take turns: after a crowd, the few requests that come meet one cold thread after the
 * other, and keep all of them from ending.
 */
final class RequestQueue extends TaskQueue {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient ConcurrentLinkedDeque<IdleThread> idle = new ConcurrentLinkedDeque<>();

    RequestQueue(int capacity) {
        super(capacity);
    }

    @Override
    public boolean offer(Runnable request) {
        return isTaken(super.offer(request));
    }

    @Override
    public boolean force(Runnable request) {
        return isTaken(super.force(request));
    }

    private boolean isTaken(boolean isQueued) {
        IdleThread latest = isQueued ? idle.pollFirst() : null;
        if (latest != null) {
            latest.call();
        }
        return isQueued;
    }

    /** The next request, or null if none comes in time. */
    @Override
    public @Nullable Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        Runnable next = poll();
        for (long left = end - System.nanoTime(); next == null && left > 0; left = end - System.nanoTime()) {
            rest(left);
            next = poll();
        }
        // Only Tomcat's queue knows whether a thread without work should end.
        return next == null ? super.poll(0, unit) : next;
    }

    /** Until a request comes, the time is over, or without a reason. */
    private void rest(long nanos) throws InterruptedException {
        IdleThread self = new IdleThread(Thread.currentThread());
        idle.addFirst(self);
        // A request that came before that has called somebody else, or nobody.
        if (isEmpty()) {
            LockSupport.parkNanos(this, nanos);
        }
        if (!self.isCalled) {
            idle.removeFirstOccurrence(self);
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
