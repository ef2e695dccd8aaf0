package dev.imagesunset.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.FreePort;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start with a wrong setting is refused in one line, before anything is written and before a port is open. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {
    private static final String DATABASE = PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port());

    private final int port = FreePort.find();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            spring.datasource.url=                                            | spring.datasource.url is not set. Set it to your PostgreSQL, like jdbc:postgresql://db.example.com:5432/images,
            spring.datasource.url=jdbc:mysql://localhost/images               | spring.datasource.url is not the address of a PostgreSQL database. Set it to one like
            spring.datasource.url=jdbc:postgresql://localhost:many/images     | spring.datasource.url is not the address of a PostgreSQL database. Set it to one like
            spring.datasource.url=jdbc:postgresql://localhost:1/images        | The database does not let the server in: Connection to localhost:1 refused
            spring.datasource.url=jdbc:postgresql://nowhere.invalid/images    | spring.datasource.url
            spring.datasource.username=nobody                                 | role "nobody" does not exist
            spring.datasource.hikari.data-source-properties.socketTimeout=abc | spring.datasource.hikari.data-source-properties
            spring.datasource.hikari.data-source-properties.options=-c statement_timeout=1x | invalid value for parameter "statement_timeout"
            spring.datasource.hikari.maximum-pool-size=0                      | spring.datasource.hikari.maximum-pool-size is 0. Set a number greater than 0.
            spring.datasource.hikari.connection-timeout=0                     | spring.datasource.hikari.connection-timeout is 0. Set milliseconds, 250 at least.
            spring.datasource.hikari.connection-timeout=2s                    | spring.datasource.hikari.connection-timeout is 2s, and should be a whole number, like 700.
            spring.profiles.active=prodction                                  | spring.profiles.active has prodction
            spring.profiles.active=demo,production                            | spring.profiles.active has production
            image-sunset.identity.urls=                                       | Nobody could call this server: neither image-sunset.identity.urls nor image-sunset.access.tokens is set. Set
            image-sunset.identity.ca-certificate=/nowhere/ca.pem              | image-sunset.identity.ca-certificate is /nowhere/ca.pem
            image-sunset.identity.url=http://localhost:5000                   | image-sunset.identity.url is not a setting.
            image-sunset.identity.urls=http://keystone.example.com            | image-sunset.identity.urls has http://keystone.example.com, and image-sunset.remote.https-only is true. Set an https URL
            image-sunset.upstream.url=http://glance.example.com               | image-sunset.upstream.url has http://glance.example.com, and image-sunset.remote.https-only is true. Set an https URL
            image-sunset.access.tokens.a-token.user=mia                       | Both image-sunset.identity.urls and image-sunset.access.tokens are set
            image-sunset.v1-1.brownouts[0].project=demo                       | image-sunset.v1-1.brownouts[0].project is not a setting.
            image-sunset.v1-1.sunset=2026-12-31                               | image-sunset.v1-1.sunset is 2026-12-31
            server.port=many                                                  | server.port is many, and should be a whole number, like 8080.
            server.port=70000                                                 | server.port is 70000. Set one from 0 to 65535, like 8080.
            management.server.port=many                                       | management.server.port is many, and should be a whole number, like 8080.
            management.server.port=-5                                         | management.server.port is -5. Set one from -1 to 65535, like 8081.
            management.server.port=                                           | management.server.port is the callers' port, where nobody must see what is for operators. Set another
            server.address=192.0.2.1                                          | server.address is 192.0.2.1, at which this machine cannot listen. Set an address of this machine
            management.server.address=192.0.2.1                               | management.server.address is 192.0.2.1, at which this machine cannot listen.
            server.address=nowhere.invalid                                    | server.address is nowhere.invalid, and should be the address of this machine
            """)
    void saysWhyInOneLineAndLeavesNothing(String wrong, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> start(wrong)).isNotNull();
        assertThat(output.getAll().lines().filter(RefusedStartTest::isTrouble))
                .singleElement()
                .asString()
                .contains("The server does not start. ", sentence);
        assertThat(output.getAll()).doesNotContain("\tat ", "Error starting");
        assertThat(tables()).isEmpty();
        assertThat(isOpen()).isFalse();
    }

    @Test
    void withoutAnySettingsItSaysWhatToSetAndWhereTheDemoIs(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(ImageSunset.class)).isNotNull();
        assertThat(output.getAll().lines().filter(RefusedStartTest::isTrouble))
                .singleElement()
                .asString()
                .containsOnlyOnce("The server does not start. ")
                .contains(
                        "spring.datasource.url is not set",
                        "image-sunset.identity.urls",
                        "To try the demo instead, run ./mvnw spring-boot:run");
        assertThat(output.getAll()).doesNotContain("\tat ", "Error starting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server.port", "management.server.port"})
    void aPortThatIsTakenLeavesNothing(String name, CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String taken = name + "=" + other.getLocalPort();
            assertThatThrownBy(() -> start(taken)).isNotNull();
            assertThat(output.getAll().lines().filter(RefusedStartTest::isTrouble))
                    .singleElement()
                    .asString()
                    .contains(
                            "The server does not start. %s is %d, at which this server cannot listen: Address already in use. Set another"
                                    .formatted(name, other.getLocalPort()));
        }
        assertThat(tables()).isEmpty();
    }

    @Test
    void aDatabaseThatLacksCharactersIsRefused(CapturedOutput output) {
        String name = "latin1_" + port;
        JdbcClient.create(new DriverManagerDataSource(DATABASE, "postgres", ""))
                .sql("CREATE DATABASE %s ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
                        .formatted(name))
                .update();
        assertThatThrownBy(() -> start("spring.datasource.url=" + PostgreSQL.url(name, PostgreSQL.port())))
                .isNotNull();
        assertThat(output.getAll().lines().filter(RefusedStartTest::isTrouble))
                .singleElement()
                .asString()
                .contains(
                        "The server does not start. spring.datasource.url is a database with the encoding LATIN1, which does not have every character. Make one with");
        assertThat(isOpen()).isFalse();
    }

    private void start(String wrong) {
        Stream<String> right = Stream.of(
                "--server.port=" + port,
                "--management.server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.username=postgres",
                "--spring.datasource.url=" + DATABASE,
                "--image-sunset.remote.https-only=true",
                "--image-sunset.identity.urls=http://localhost:5000");
        String name = "--" + wrong.substring(0, wrong.indexOf('=') + 1);
        SpringApplication.run(
                        ImageSunset.class,
                        Stream.concat(right.filter(setting -> !setting.startsWith(name)), Stream.of("--" + wrong))
                                .toArray(String[]::new))
                .close();
    }

    /** Pools of other tests' servers have troubles of their own, in other threads. */
    private static boolean isTrouble(String line) {
        return line.contains("[           main]") && (line.contains(" ERROR ") || line.contains(" WARN "));
    }

    private static List<String> tables() {
        return JdbcClient.create(new DriverManagerDataSource(DATABASE, "postgres", ""))
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .query(String.class)
                .list();
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
