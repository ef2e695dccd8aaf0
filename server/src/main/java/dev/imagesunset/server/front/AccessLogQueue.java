package dev.imagesunset.server.front;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps callers from waiting for a slow console: access lines wait in a queue for the appender that writes the log.
 * While the queue is full, lines are dropped. A stop waits up to a second for them to be written.
 */
@Component
class AccessLogQueue implements DisposableBean {
    private static final int MOST_LINES = 10_000;

    private final Logger lines;
    private final List<AsyncAppender> queues = new ArrayList<>();

    AccessLogQueue() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        lines = context.getLogger(AccessLog.NAME);
        if (lines.isAdditive()) {
            context.getLogger(Logger.ROOT_LOGGER_NAME)
                    .iteratorForAppenders()
                    .forEachRemaining(appender -> queueFor(appender, context));
            lines.setAdditive(false);
        }
    }

    private void queueFor(Appender<ILoggingEvent> appender, LoggerContext context) {
        AsyncAppender queue = new AsyncAppender();
        queue.setContext(context);
        queue.setName(appender.getName() + " for access lines");
        queue.setQueueSize(MOST_LINES);
        queue.setDiscardingThreshold(0);
        queue.setNeverBlock(true);
        Writer writer = new Writer(appender, queue);
        writer.start();
        queue.addAppender(writer);
        queue.start();
        lines.addAppender(queue);
        queues.add(queue);
    }

    @Override
    public void destroy() {
        if (!queues.isEmpty()) {
            lines.setAdditive(true);
        }
        for (AsyncAppender queue : queues) {
            lines.detachAppender(queue);
            queue.stop();
        }
    }

    /**
     * Passes lines on, and stops with its queue, while the appender behind it still writes other lines. It rests when it
     * has caught up, so that callers need not wake it for every line.
     */
    private static final class Writer extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private static final long REST = Duration.ofMillis(10).toNanos();

        private final Appender<ILoggingEvent> appender;
        private final AsyncAppender queue;

        Writer(Appender<ILoggingEvent> appender, AsyncAppender queue) {
            this.appender = appender;
            this.queue = queue;
        }

        @Override
        protected void append(ILoggingEvent line) {
            appender.doAppend(line);
            if (queue.getNumberOfElementsInQueue() == 0) {
                LockSupport.parkNanos(REST);
            }
        }
    }
}
