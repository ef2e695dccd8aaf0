package dev.imagesunset.server.settings;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Checks the format of logs before there are any: with a wrong one, Spring Boot could not log what is wrong. */
class LogFormatCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final String NAME = "logging.structured.format.console";
    private static final List<String> FORMATS = List.of("", "ecs", "gelf", "logstash");

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        String format = event.getEnvironment().getProperty(NAME, "");
        if (!FORMATS.contains(format)) {
            throw new IllegalSetting(NAME + " is " + format + ".", "Set logstash, ecs or gelf, or leave it out.");
        }
    }
}
