package dev.imagesunset.server.http;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Reads a request's body within limits of size and time, so that no large or slow body keeps a thread busy. */
final class BoundedBody {
    private static final int MOST = 64 * 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private BoundedBody() {}

    /**
     * Reads a whole body.
     *
     * @throws Refusal if it is too long or too slow
     */
    static byte[] read(InputStream body) throws IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            read.write(buffer, 0, n);
            if (read.size() > MOST) {
                throw new Refusal(ProblemCode.BODY_TOO_LARGE);
            }
            if (System.nanoTime() - start > LONGEST) {
                throw new Refusal(ProblemCode.REQUEST_MALFORMED);
            }
        }
        return read.toByteArray();
    }
}
