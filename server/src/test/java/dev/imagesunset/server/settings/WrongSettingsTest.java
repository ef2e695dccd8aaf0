package dev.imagesunset.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Production does not start with a wrong setting, and says which one it is, without a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTest {
    private static final String DATABASE = PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                spring.datasource.url=                                          | spring.datasource.url is not set
                spring.datasource.url=jdbc:h2:mem:images                        | spring.datasource.url is not that of a PostgreSQL
                spring.datasource.url=jdbc:postgresql://localhost:1/images      | Connection to localhost:1 refused
                spring.datasource.url=jdbc:postgresql://nowhere.invalid/images  | spring.datasource.url
                spring.datasource.username=nobody                               | role "nobody" does not exist
                spring.datasource.hikari.data-source-properties.socketTimeout=abc | spring.datasource.hikari.data-source-properties
                spring.datasource.hikari.data-source-properties.options=-c statement_timeout=1x | invalid value for parameter "statement_timeout"
                image-sunset.identity.urls=                                     | image-sunset.identity.urls
                image-sunset.identity.urls=keystone.example.com                 | image-sunset.identity.urls has keystone.example.com
                image-sunset.identity.urls=ftp://keystone.example.com           | image-sunset.identity.urls has ftp://keystone.example.com
                image-sunset.identity.urls=http://not a url                     | image-sunset.identity.urls
                image-sunset.identity.ca-certificate=/nowhere/ca.pem            | image-sunset.identity.ca-certificate is /nowhere/ca.pem
                image-sunset.identity.connect-timeout=0s                        | image-sunset.identity.connect-timeout is
                image-sunset.identity.answer-timeout=-1s                        | image-sunset.identity.answer-timeout is
                image-sunset.identity.answer-timeout=soon                       | image-sunset.identity.answer-timeout
                image-sunset.identity.token-cache-time=0                        | image-sunset.identity.token-cache-time is
                image-sunset.identity.refusal-cache-time=0                      | image-sunset.identity.refusal-cache-time is
                image-sunset.identity.max-cached-tokens=0                       | image-sunset.identity.max-cached-tokens is 0
                image-sunset.identity.max-validations=0                         | image-sunset.identity.max-validations is 0
                image-sunset.access.tokens.a-token.user=mia                     | Both image-sunset.identity.urls and image-sunset.access.tokens are set
                image-sunset.v1-1.success-status=404                            | image-sunset.v1-1.success-status is 404
                image-sunset.usage.flush-interval=0s                            | image-sunset.usage.flush-interval is
                image-sunset.usage.keep=30d                                     | image-sunset.usage.keep is
                image-sunset.v1-1.sunset=2026-12-31                             | image-sunset.v1-1.sunset is 2026-12-31
                image-sunset.v1-1.sunset=soon                                   | image-sunset.v1-1.sunset
                image-sunset.v1-1.brownouts[0].duration=1h                      | image-sunset.v1-1.brownouts[0] says neither
                image-sunset.v1-1.brownouts[0].zone=Nowhere                     | image-sunset.v1-1.brownouts[0].zone
                server.port=many                                                | server.port
                """)
    void itIsNamed(String wrong, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(wrong)).isNotNull();
        assertThat(output.getAll()).contains("APPLICATION FAILED TO START", sentence);
        assertThat(output.getAll().substring(output.getAll().indexOf("APPLICATION FAILED TO START")))
                .doesNotContain("\tat ");
    }

    private static void start(String wrong) {
        Stream<String> right = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.username=postgres",
                "--spring.datasource.url=" + DATABASE,
                "--image-sunset.identity.urls=http://keystone.example.com");
        String name = "--" + wrong.substring(0, wrong.indexOf('=') + 1);
        new SpringApplicationBuilder(ImageSunset.class)
                .profiles("production")
                .run(Stream.concat(right.filter(setting -> !setting.startsWith(name)), Stream.of("--" + wrong))
                        .toArray(String[]::new))
                .close();
    }
}
