package dev.imagesunset.server.pact;

import dev.imagesunset.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/** A server of another implementation on a port of its own; what it says is in a file in target. */
record StartedTool(Process process, int port) implements AutoCloseable {
    static StartedTool start(String name, IntFunction<List<String>> command) throws IOException {
        int port = FreePort.find();
        Process process = new ProcessBuilder(command.apply(port))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", name + ".txt").toFile())
                .start();
        StartedTool started = new StartedTool(process, port);
        Awaitility.await(name + " listens").atMost(1, TimeUnit.MINUTES).until(started::listens);
        return started;
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("It ended with " + process.exitValue());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
