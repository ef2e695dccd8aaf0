package dev.imagesunset.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.ClockBeforeTheEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Each setting with a wrong value stops the start with one line that names it, and says what it should be. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            spring.profiles.active=prodction                       | spring.profiles.active has prodction, but there is no such profile. Leave it out
            spring.profiles.active=production                      | spring.profiles.active has production, but there is no such profile.
            image-sunset.identity.url=http://keystone              | image-sunset.identity.url is not a setting. image-sunset.identity has: urls, ca-certificate,
            image-sunset.identiy.urls=http://keystone              | image-sunset.identiy.urls is not a setting. image-sunset has:
            image-sunset.v1-1.brownouts[0].project=demo            | image-sunset.v1-1.brownouts[0].project is not a setting. image-sunset.v1-1.brownouts[0] has: start, day, time, zone, from, until, duration, projects, percent.
            image-sunset.v1-1.brownouts[1].duration=1h             | image-sunset.v1-1.brownouts[1].duration is not a setting. image-sunset.v1-1.brownouts are numbered from 0 on, and none is left out.
            image-sunset.access.tokens.secret.rolls=member         | image-sunset.access.tokens.* is not a setting. image-sunset.access.tokens.* has: user, project, roles.
            image-sunset.demo.directory=/somewhere                 | image-sunset.demo.directory is not a setting.

            image-sunset.access.tokns.secret.roles=member          | image-sunset.access.tokns.*.roles is not a setting. image-sunset.access has: tokens, roles, admin-projects.
            image-sunset.access.tokens[secret].rolls=member        | image-sunset.access.tokens[* is not a setting.
            image-sunset.access.tokens.my.secret=member            | image-sunset.access.tokens.* is not a setting. image-sunset.access.tokens.* has: user, project, roles.
            image-sunset.acces.tokens.secret.user=mia              | image-sunset.acces.tokens.*.user is not a setting. image-sunset has:
            image-sunset.access.secret.user=mia                    | image-sunset.access.*.user is not a setting. image-sunset.access has: tokens, roles, admin-projects.
            image-sunset.access.roles.superuser=root               | image-sunset.access.roles.superuser is not a setting.
            image-sunset.access.tokens.secret.roles=superuser      | image-sunset.access.tokens.*.roles is superuser, and should be one of admin, member, reader.
            image-sunset.access.tokens.secret.roles=member         | image-sunset.access.tokens.* has no user. Set image-sunset.access.tokens.*.user to the user's id, like mia.
            image-sunset.access.tokens.secret.user=                | image-sunset.access.tokens.* has no user. Set
            image-sunset.identity.urls=http://mia:secret@keystone  | image-sunset.identity.urls has http://*@keystone, which has a user or a fragment. Set
            image-sunset.identity.urls=http://secret@key_stone     | image-sunset.identity.urls has http://*@key_stone, which is not an http or https URL. Set
            image-sunset.identity.urls=://mia:secret@keystone      | image-sunset.identity.urls is ://*@keystone, and should be an address, like https://
            image-sunset.identity.urls=http://keystone/#v3         | image-sunset.identity.urls has http://keystone/#v3, which has a user or a fragment. Set
            image-sunset.identity.urls=http://not a url            | image-sunset.identity.urls has http://not%20a%20url, which is not an http or https URL. Set
            image-sunset.identity.urls=http://keystone/?a=b        | image-sunset.identity.urls has http://keystone/?a=b, which is not an http or https URL. Set
            image-sunset.identity.urls=://keystone                 | image-sunset.identity.urls is ://keystone, and should be an address, like https://
            image-sunset.identity.urls=keystone.example.com        | image-sunset.identity.urls has keystone.example.com, which is not an http or https URL. Set
            image-sunset.identity.urls=ftp://keystone.example.com  | image-sunset.identity.urls has ftp://keystone.example.com, which is not an http or https URL. Set
            image-sunset.identity.connect-timeout=0s               | image-sunset.identity.connect-timeout is 0s. Set a positive time, like 2s.
            image-sunset.identity.connect-timeout=soon             | image-sunset.identity.connect-timeout is soon, and should be a time with its unit, like 5s.
            image-sunset.identity.answer-timeout=-1s               | image-sunset.identity.answer-timeout is -1s. Set
            image-sunset.identity.answer-timeout=5seconds          | image-sunset.identity.answer-timeout is 5seconds, and should be a time with its unit, like 5s.
            image-sunset.identity.token-cache-time=0               | image-sunset.identity.token-cache-time is 0s. Set
            image-sunset.remote.https-only=perhaps                 | image-sunset.remote.https-only is perhaps, and should be true or false.
            image-sunset.identity.stale-for=-1s                    | image-sunset.identity.stale-for is -1s. Set a time, like 15m, or 0s for none.
            image-sunset.identity.token-shapes=fernett             | image-sunset.identity.token-shapes is fernett, and should be one of fernet, jws, uuid.
            image-sunset.identity.refusal-cache-time=0             | image-sunset.identity.refusal-cache-time is 0s. Set
            image-sunset.identity.max-cached-tokens=0              | image-sunset.identity.max-cached-tokens is 0. Set a number greater than 0.
            image-sunset.identity.max-cached-tokens=many           | image-sunset.identity.max-cached-tokens is many, and should be a whole number, like 16.
            image-sunset.identity.max-validations=0                | image-sunset.identity.max-validations is 0. Set
            image-sunset.upstream.urls=http://glance               | image-sunset.upstream.urls is not a setting. image-sunset.upstream has: url, ca-certificate,
            image-sunset.upstream.url=glance.example.com           | image-sunset.upstream.url has glance.example.com, which is not an http or https URL. Set
            image-sunset.upstream.url=http://glance/?a=b           | image-sunset.upstream.url has http://glance/?a=b, which is not an http or https URL. Set
            image-sunset.upstream.url=http://mia:secret@glance     | image-sunset.upstream.url has http://*@glance, which has a user or a fragment. Set
            image-sunset.upstream.public-url=http://mia:secret@i   | image-sunset.upstream.public-url is http://*@i, which has a user or a fragment. Set
            image-sunset.upstream.ca-certificate=/ca.pem           | image-sunset.upstream.url is not set, but other settings of image-sunset.upstream are. Set
            image-sunset.upstream.connect-timeout=0s               | image-sunset.upstream.connect-timeout is 0s. Set
            image-sunset.upstream.answer-timeout=-1s               | image-sunset.upstream.answer-timeout is -1s. Set
            image-sunset.upstream.max-calls=0                      | image-sunset.upstream.max-calls is 0. Set a number greater than 0.
            image-sunset.upstream.public-url=image.example.com     | image-sunset.upstream.public-url is image.example.com, which is not an http or https URL. Set
            image-sunset.upstream.public-url=https://i.example.com | image-sunset.upstream.url is not set, but other settings of image-sunset.upstream are. Set
            image-sunset.upstream.sees-v2-deletes=maybe            | image-sunset.upstream.sees-v2-deletes is maybe, and should be true or false.
            image-sunset.v1-1.success-status=404                   | image-sunset.v1-1.success-status is 404. Set it to 204 or to 200
            image-sunset.v1-1.success-status=good                  | image-sunset.v1-1.success-status is good, and should be a whole number
            image-sunset.v1-1.sunset=2026-12-31                    | image-sunset.v1-1.sunset is 2026-12-31, which is not after the contract's sunset
            image-sunset.v1-1.sunset=soon                          | image-sunset.v1-1.sunset is soon, and should be a day, like 2028-06-30.
            image-sunset.v1-1.announce=2weeks                      | image-sunset.v1-1.announce is 2weeks, and should be a time with its unit
            image-sunset.v1-1.announce=-1d                         | image-sunset.v1-1.announce is -1d. Set
            image-sunset.v1-1.closed-to-newcomers=soon             | image-sunset.v1-1.closed-to-newcomers is soon, and should be a day, like 2028-06-30.
            image-sunset.v1-1.interlock.projects=demo              | image-sunset.v1-1.interlock has projects and no last-day. Set both
            image-sunset.v1-1.interlock.last-day=2028-06-30        | image-sunset.v1-1.interlock has a last-day and no projects. Set both
            image-sunset.v1-1.pacts[0].file=/nowhere/pact.json     | image-sunset.v1-1.pacts has one without a project or without a file. Set both.
            image-sunset.v1-1.brownouts[0].duration=1h             | image-sunset.v1-1.brownouts[0] needs a start, or a day and a time, and not both. Set
            image-sunset.v1-1.brownouts[0].start=2027-10-01T10:00:00Z | image-sunset.v1-1.brownouts[0].duration is not set. Set how long it lasts, like 1h.
            image-sunset.v1-1.brownouts[0].start=2027-10-01T10:00:00  | image-sunset.v1-1.brownouts[0].start is 2027-10-01T10:00:00, and should be a time with its zone, like 2027-10-01T10:00:00Z.
            image-sunset.v1-1.brownouts[0].day=TEUSDAY             | image-sunset.v1-1.brownouts[0].day is TEUSDAY, and should be one of monday, tuesday,
            image-sunset.v1-1.brownouts[0].time=10h                | image-sunset.v1-1.brownouts[0].time is 10h, and should be a time of the day, like 10:00.
            image-sunset.v1-1.brownouts[0].zone=Nowhere            | image-sunset.v1-1.brownouts[0].zone is Nowhere, and should be a time zone, like Europe/Berlin.
            image-sunset.v1-1.brownouts[0].from=tomorrow           | image-sunset.v1-1.brownouts[0].from is tomorrow, and should be a day
            image-sunset.v1-1.brownouts[0].until=31.12.2027        | image-sunset.v1-1.brownouts[0].until is 31.12.2027, and should be a day
            image-sunset.v1-1.brownouts[0].duration=-1h            | image-sunset.v1-1.brownouts[0] needs a start
            image-sunset.v1-1.brownouts[0].percent=half            | image-sunset.v1-1.brownouts[0].percent is half, and should be a whole number
            management.server.port=8080                            | management.server.port is the callers' port, where nobody must see what is for operators. Set another
            image-sunset.quota.images-per-project=0                | image-sunset.quota.images-per-project is 0. Set
            image-sunset.quota.images-per-project=many             | image-sunset.quota.images-per-project is many, and should be a whole number
            image-sunset.stop.drain-time=10m                       | image-sunset.stop.drain-time is 10m. Set
            image-sunset.stop.drain-time=never                     | image-sunset.stop.drain-time is never, and should be a time
            image-sunset.usage.flush-interval=0s                   | image-sunset.usage.flush-interval is 0s. Set
            image-sunset.usage.flush-interval=often                | image-sunset.usage.flush-interval is often, and should be a time
            image-sunset.usage.keep=34d                            | image-sunset.usage.keep is 34d. Set
            server.tomcat.threads.max=0                            | server.tomcat.threads.max is 0. Set a number greater than 0.
            server.tomcat.threads.max=many                         | server.tomcat.threads.max is many, and should be a whole number
            server.tomcat.connection-timeout=-5s                   | server.tomcat.connection-timeout is -5s. Set a positive time
            server.tomcat.connection-timeout=soon                  | server.tomcat.connection-timeout is soon, and should be a time
            server.max-http-request-header-size=0                  | server.max-http-request-header-size is 0B. Set a size like 16KB.
            server.max-http-request-header-size=3GB                | server.max-http-request-header-size is 3221225472B. Set a size
            server.max-http-request-header-size=big                | server.max-http-request-header-size is big, and should be a size
            spring.lifecycle.timeout-per-shutdown-phase=0s         | spring.lifecycle.timeout-per-shutdown-phase is 0s. Set
            spring.lifecycle.timeout-per-shutdown-phase=long       | spring.lifecycle.timeout-per-shutdown-phase is long, and should be a time
            management.tracing.sampling.probability=7              | management.tracing.sampling.probability is 7.0. Set a number from 0 to 1, like 0.1.
            management.tracing.sampling.probability=NaN            | management.tracing.sampling.probability is NaN. Set
            management.tracing.sampling.probability=half           | management.tracing.sampling.probability is half, and should be a number, like 0.1.
            management.opentelemetry.tracing.export.otlp.endpoint=nope | management.opentelemetry.tracing.export.otlp.endpoint is nope, which is not an http or https URL. Set where a collector listens
            image-sunset.usage.keep=forever                        | image-sunset.usage.keep is forever, and should be a time
            """)
    void isNamed(String wrong, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(wrong)).isNotNull();
        assertThat(linesOf(output))
                .singleElement()
                .asString()
                .contains("The server does not start. " + sentence)
                .doesNotContain("secret");
    }

    @Test
    void theFormatOfLogsIsJudgedBeforeThereAreAny(CapturedOutput output) {
        assertThatThrownBy(() -> start("logging.structured.format.console=xml")).isNotNull();
        assertThat(output.getAll())
                .containsOnlyOnce(
                        "The server does not start. logging.structured.format.console is xml. Set logstash, ecs or gelf")
                .doesNotContain("***", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{password: secret",
                "\n  password: *secret",
                "\n  password: !secret x",
                "\n  secret: 1\n  secret: 2"
            })
    void aFileThatIsNotYamlIsNamedWithoutWhatItSays(String broken, @TempDir Path folder, CapturedOutput output)
            throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "datasource: " + broken + "\n");
        assertThatThrownBy(() -> start("spring.config.additional-location=" + folder + "/"))
                .isNotNull();
        assertThat(output.getAll())
                .containsOnlyOnce(
                        "The server does not start. A file of settings, such as application.yaml, is not YAML, from line ")
                .doesNotContain("***", "\tat ", "secret");
    }

    @Test
    void brokenJsonIsNamedWithoutWhatItSays(CapturedOutput output) {
        assertThatThrownBy(() -> start("spring.application.json={\"password\": \"secret"))
                .isNotNull();
        assertThat(output.getAll())
                .containsOnlyOnce(
                        "The server does not start. SPRING_APPLICATION_JSON, or spring.application.json, is not JSON.")
                .doesNotContain("***", "\tat ", "secret");
    }

    @Test
    void aNameInTheEnvironmentIsJudgedTheSame(CapturedOutput output) {
        assertThatThrownBy(() -> start("IMAGE_SUNSET_V1_1_BROWNOUTS_0_PROJECT=demo"))
                .isNotNull();
        assertThat(output).contains("IMAGE_SUNSET_V1_1_BROWNOUTS_0_PROJECT is not a setting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMAGE_SUNSET_SERVICE_HOST=10.96.0.7",
                "IMAGE_SUNSET_SERVICE_PORT=8080",
                "IMAGE_SUNSET_SERVICE_PORT_CALLERS=8080",
                "IMAGE_SUNSET_PORT=tcp://10.96.0.7:8080",
                "IMAGE_SUNSET_PORT_8080_TCP=tcp://10.96.0.7:8080",
                "IMAGE_SUNSET_PORT_8080_TCP_PROTO=tcp",
                "IMAGE_SUNSET_PORT_8080_TCP_PORT=8080",
                "IMAGE_SUNSET_PORT_8080_TCP_ADDR=10.96.0.7",
                "IMAGE_SUNSET_SERVER_SERVICE_HOST=10.96.0.8",
                "IMAGE_SUNSET_SERVER_PORT=tcp://10.96.0.8:8080"
            })
    void whatKubernetesSetsForAServiceIsNoSetting(String variable, CapturedOutput output) {
        startIn(variable).close();
        assertThat(linesOf(output)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMAGE_SUNSET_IDENTITY_URL=http://keystone", "IMAGE_SUNSET_SERVER_PORT=8080"})
    void aWrongNameThatTheSystemHasIsJudgedTheSame(String variable, CapturedOutput output) {
        assertThatThrownBy(() -> startIn(variable)).isNotNull();
        assertThat(output).contains(variable.substring(0, variable.indexOf('=')) + " is not a setting");
    }

    @Test
    void whatLooksLikeKubernetesOnTheCommandLineIsASetting(CapturedOutput output) {
        assertThatThrownBy(() -> start("image-sunset.port_8080_tcp=8080")).isNotNull();
        assertThat(output).contains("image-sunset.port_8080_tcp is not a setting");
    }

    @Test
    void rightOnesAreTaken(CapturedOutput output) {
        ConfigurableApplicationContext server = start(
                "IMAGE_SUNSET_IDENTITY_URLS=https://one.example.com,https://other.example.com",
                "image-sunset.v1-1.brownouts[0].start=2027-10-01T10:00:00Z",
                "image-sunset.v1-1.brownouts[0].duration=1h",
                "image-sunset.v1-1.brownouts[0].projects[0]=demo",
                "image-sunset.access.tokens.a-token.user=mia");
        server.close();
        assertThat(linesOf(output)).isEmpty();
    }

    /** Other tests' servers have troubles of their own, in other threads. */
    private static Stream<String> linesOf(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains("[           main]"));
    }

    /** Starts with one variable in the system's environment. */
    private static ConfigurableApplicationContext startIn(String variable) {
        String[] nameAndValue = variable.split("=", 2);
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, Map.of(nameAndValue[0], (Object)
                        nameAndValue[1])));
        return start(environment);
    }

    static ConfigurableApplicationContext start(String... settings) {
        return start(new StandardEnvironment(), settings);
    }

    private static ConfigurableApplicationContext start(ConfigurableEnvironment environment, String... settings) {
        return new SpringApplicationBuilder(SettingsOnly.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(Stream.concat(
                                Stream.of(
                                        "--logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext=error"),
                                Arrays.stream(settings).map(setting -> "--" + setting))
                        .toArray(String[]::new));
    }

    /** What judges settings, without the server around it. */
    @Configuration
    @ConfigurationPropertiesScan("dev.imagesunset.server")
    @ComponentScan(
            basePackages = "dev.imagesunset.server",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(SettingsCheck|ServedContract|Deprecations|Brownouts|ProjectPacts)"))
    @Import(ClockBeforeTheEnd.class)
    static class SettingsOnly {}
}
