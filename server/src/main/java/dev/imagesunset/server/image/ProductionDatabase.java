package dev.imagesunset.server.image;

import dev.imagesunset.server.settings.IllegalSetting;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Keeps production from starting, for want of a setting, with the demo's kind of database. */
@Component
@Profile("production")
class ProductionDatabase implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String url = beans.getBean(Environment.class).getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalSetting(
                    "spring.datasource.url is %s."
                            .formatted(url.isEmpty() ? "not set" : "not that of a PostgreSQL database"),
                    "Set it to one like jdbc:postgresql://db.example.com:5432/images, and with it spring.datasource.username and spring.datasource.password.");
        }
    }
}
