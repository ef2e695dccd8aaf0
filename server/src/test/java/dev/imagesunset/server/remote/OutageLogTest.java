package dev.imagesunset.server.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLogTest.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final OutageLog outages = new OutageLog(logger, "The catalogue does not answer: {}");

    @BeforeEach
    void keepTheLines() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void keepThemNoLonger() {
        logger.detachAppender(lines);
    }

    @Test
    void aCrowdIsOneLineASecond() {
        IntStream.range(0, 1_000).parallel().forEach(call -> outages.warn("it hangs"));
        assertThat(lines()).containsExactly("The catalogue does not answer: it hangs");
        await().untilAsserted(() -> {
            outages.warn("it is down");
            assertThat(lines())
                    .containsExactly(
                            "The catalogue does not answer: it hangs", "The catalogue does not answer: it is down");
        });
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
