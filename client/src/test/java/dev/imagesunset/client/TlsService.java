package dev.imagesunset.client;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server that deletes everything, over TLS with a certificate that only its own file vouches for. */
final class TlsService implements AutoCloseable {
    private static final String PASSWORD = "password";

    private final HttpsServer server;
    private final Path certificate;

    TlsService(Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        certificate = folder.resolve("ca.pem");
        keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        keytool(keys, "-exportcert", "-rfc", "-file", certificate.toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    URI endpoint() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** The file of the certificate. */
    Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static SSLContext context(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path keys, String... arguments) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.concat(
                        Stream.of(
                                keytool,
                                arguments[0],
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                "a"),
                        Stream.of(arguments).skip(1))
                .toList();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }
}
