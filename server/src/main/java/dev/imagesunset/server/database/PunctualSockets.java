package dev.imagesunset.server.database;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Makes sockets on which the database's whole answer has to arrive within {@code socketTimeout}; by itself, the driver
 * grants that time anew for every read.
 */
public class PunctualSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new PunctualSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    private static final class PunctualSocket extends Socket {
        private volatile long asked = System.nanoTime();

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int start, int length) throws IOException {
                    asked = System.nanoTime();
                    out.write(bytes, start, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    requireInTime();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int start, int length) throws IOException {
                    requireInTime();
                    return super.read(bytes, start, length);
                }
            };
        }

        private void requireInTime() throws IOException {
            Duration limit = Duration.ofMillis(getSoTimeout());
            if (!limit.isZero() && System.nanoTime() - asked > limit.toNanos()) {
                throw new SocketTimeoutException("The database's answer is not complete after " + limit);
            }
        }
    }
}
