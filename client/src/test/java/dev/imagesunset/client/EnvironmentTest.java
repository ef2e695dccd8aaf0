package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EnvironmentTest {
    private final FakeService service = new FakeService();

    EnvironmentTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OS_ENDPOINT, OS_TOKEN, ''",
        "OS_IMAGE_ENDPOINT_OVERRIDE, OS_TOKEN, /v2",
        "OS_IMAGE_URL, OS_AUTH_TOKEN, /v2/"
    })
    void theEndpointAndTheTokenAreThoseOfOpenStacksTools(String endpoint, String token, String path) {
        service.answers(204);
        client(Map.of(endpoint, service.endpoint() + path, token, "the-token")).deleteImage(ID);
        assertThat(service.paths).containsExactly("/v2/images/" + ID);
        assertThat(service.tokens).containsExactly("the-token");
    }

    @ParameterizedTest
    @CsvSource({"OS_ENDPOINT, like https://", "OS_TOKEN, openstack token issue"})
    void whatIsMissingIsNamed(String variable, String help) {
        for (String empty : new String[] {"", " "}) {
            assertThatThrownBy(() -> client(with(variable, empty)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(variable, help);
        }
    }

    @Test
    void whatSurroundsATokenIsNoPartOfIt() {
        service.answers(204);
        client(with("OS_TOKEN", " the-token\r\n")).deleteImage(ID);
        assertThat(service.tokens).containsExactly("the-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a secret", "secret\nand more", "secr\u00e9t"})
    void aTokenThatIsNoneIsNamedWithoutItsValue(String token) {
        for (String variable : new String[] {"OS_TOKEN", "OS_AUTH_TOKEN"}) {
            Map<String, String> variables =
                    Map.of("OS_ENDPOINT", service.endpoint().toString(), variable, token);
            assertThatThrownBy(() -> client(variables))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(variable)
                    .extracting(EnvironmentTest::everythingSaidBy)
                    .asString()
                    .doesNotContain("secr\u00e9t", "secret", "and more");
        }
    }

    @Test
    void aFileOfCertificatesTellsWhomToTrust(@TempDir Path folder) throws Exception {
        try (TlsService tls = new TlsService(folder)) {
            Map<String, String> variables = with("OS_CACERT", tls.certificate().toString());
            variables.put("OS_ENDPOINT", tls.endpoint().toString());
            client(variables).deleteImage(ID);
        }
    }

    @Test
    void aFileThatHasNoCertificatesIsNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Path file : new Path[] {empty, folder.resolve("missing.pem")}) {
            assertThatThrownBy(() -> client(with("OS_CACERT", file.toString())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("OS_CACERT", file.toString(), "the file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OS_CERT", "OS_KEY"})
    void aKeyIsNotPassedOverInSilence(String variable) {
        assertThatThrownBy(() -> client(with(variable, "/etc/ssl/me.pem")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sslContext");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x", "x y", "ims.example.com"})
    void anEndpointThatIsNoneIsNamed(String endpoint) {
        assertThatThrownBy(() -> client(with("OS_ENDPOINT", endpoint)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("OS_ENDPOINT", endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_proxy", "HTTP_PROXY"})
    void aProxyIsTheWayOut(String variable) {
        service.answers(204);
        Map<String, String> variables =
                with(variable, "127.0.0.1:" + service.endpoint().getPort());
        variables.put("OS_ENDPOINT", "http://ims.example.com");
        client(variables).deleteImage(ID);
        assertThat(service.paths).containsExactly("http://ims.example.com/v2/images/" + ID);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com, proxy:3128",
        "http://a.example.com, proxy:80",
        "https://in.house, direct",
        "https://a.in.house:8443, direct",
        "https://not-in.house, proxy:3128",
        "http://LOCALHOST:8080, direct"
    })
    void someHostsAreReachedDirectly(String target, String way) {
        EnvironmentProxies proxies = new EnvironmentProxies(
                EnvironmentProxies.address("http://proxy:3128"),
                EnvironmentProxies.address("http://proxy"),
                ".in.house, localhost,");
        assertThat(wayTo(target, proxies)).isEqualTo(way);
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.1.2.3, 10.0.0.0/8, direct",
        "http://11.1.2.3, 10.0.0.0/8, proxy:3128",
        "http://192.168.7.130:8080, 192.168.7.128/25, direct",
        "http://192.168.7.127:8080, 192.168.7.128/25, proxy:3128",
        "http://192.168.7.1, 192.168.7.1/32, direct",
        "http://192.168.7.2, 192.168.7.1/32, proxy:3128",
        "http://192.168.7.2, 0.0.0.0/0, direct",
        "http://10.0.0.1.example.com, 10.0.0.0/8, proxy:3128",
        "http://10.1.2.3, 10.0.0.0/33, proxy:3128",
        "http://10.1.2.3, 10.0.0/8, proxy:3128",
        "http://in.house:8443, in.house:8443, direct",
        "http://a.in.house:8443, .in.house:8443, direct",
        "http://in.house, in.house:80, direct",
        "https://in.house, in.house:443, direct",
        "http://in.house:8444, in.house:8443, proxy:3128",
        "http://in.house, in.house:443, proxy:3128",
        "http://10.1.2.3:8080, 10.1.2.3:8080, direct",
        "http://[::1], ::1, direct",
        "http://[::1], [::1], direct",
        "http://[::1]:8080, [::1]:8080, direct",
        "http://[::1]:8081, [::1]:8080, proxy:3128",
        "http://[FD00::7], fd00::7, direct",
        "http://[::2], ::1, proxy:3128",
        "http://[::1], *, direct"
    })
    void blocksOfAddressesPortsAndBracketsAreUnderstood(String target, String noProxy, String way) {
        URI proxy = EnvironmentProxies.address("http://proxy:3128");
        assertThat(wayTo(target, new EnvironmentProxies(proxy, proxy, noProxy))).isEqualTo(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x:99999", "http://x:0", "http://my_proxy:3128", "x:65536"})
    void aProxyWhosePortOrHostIsNoneIsNamed(String proxy) {
        for (String variable : new String[] {"http_proxy", "HTTPS_PROXY"}) {
            assertThatThrownBy(() -> client(with(variable, proxy)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(variable + " cannot be '" + proxy + "': a proxy must be like");
        }
    }

    @Test
    void theSchemeOfAProxyMayBeInUpperCase() {
        assertThat(EnvironmentProxies.address("HTTP://proxy:3128").getHost()).isEqualTo("proxy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://x:1",
                "http://me:secret@x:99999",
                "http://me:secret@x:1",
                "http://me:se cret@x:1",
                "://"
            })
    void aProxyThatCannotBeUsedIsNamedWithoutItsPassword(String proxy) {
        for (String variable : new String[] {"https_proxy", "HTTPS_PROXY"}) {
            assertThatThrownBy(() -> client(with(variable, proxy)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(variable)
                    .extracting(EnvironmentTest::everythingSaidBy)
                    .asString()
                    .doesNotContain("secret", "cret@");
        }
    }

    @Test
    void noPasswordOfAnEndpointIsTold() {
        assertThatThrownBy(() -> client(with("OS_ENDPOINT", "https://me:secret@ims.example.com")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OS_ENDPOINT")
                .extracting(EnvironmentTest::everythingSaidBy)
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void whatIsWrongIsNamedAsItIsSet() {
        assertThatThrownBy(() -> client(with("REQUESTS_CA_BUNDLE", "/no/such.pem")))
                .hasMessageContaining("REQUESTS_CA_BUNDLE cannot be '/no/such.pem'");
        assertThatThrownBy(() -> client(Map.of("OS_IMAGE_URL", "ims:8080", "OS_TOKEN", "a-token")))
                .hasMessageContaining("OS_IMAGE_URL cannot be 'ims:8080'");
    }

    private static String wayTo(String target, EnvironmentProxies proxies) {
        Proxy proxy = proxies.select(URI.create(target)).get(0);
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "direct";
    }

    private static String everythingSaidBy(Throwable failure) {
        StringWriter said = new StringWriter();
        failure.printStackTrace(new PrintWriter(said));
        return said.toString();
    }

    private Map<String, String> with(String variable, String value) {
        Map<String, String> variables = new HashMap<>();
        variables.put("OS_ENDPOINT", service.endpoint().toString());
        variables.put("OS_TOKEN", "the-token");
        variables.put(variable, value);
        return variables;
    }

    private static ImageService client(Map<String, String> variables) {
        return new Environment(variables).client().retries(RetryPolicy.none()).build();
    }
}
