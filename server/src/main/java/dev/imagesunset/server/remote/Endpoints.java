package dev.imagesunset.server.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.net.ssl.SSLHandshakeException;

/** The URLs of one service: the last one with a valid answer is asked first, and the next ones if it fails. */
public final class Endpoints {
    private final List<String> urls;
    private final Sender sender;
    private volatile int first;

    /**
     * Uses these URLs.
     *
     * @param urls the URLs, to which paths are appended, without a slash at the end
     */
    public Endpoints(List<String> urls, Sender sender) {
        this.urls = List.copyOf(urls);
        this.sender = sender;
    }

    /** Interprets an answer. */
    public interface Reader<T> {
        /**
         * Reads it.
         *
         * @throws IOException if that service would not give such an answer
         */
        T read(HttpResponse<String> answer) throws IOException;
    }

    /**
     * Asks one URL after another until one gives a valid answer; the question must be safe to repeat.
     *
     * @param longest how long an answer may take, given the number of URLs left to ask, including this one
     * @throws IOException if no URL gives a valid answer; the message says what each gave instead
     */
    public <T> T get(String path, Map<String, String> headers, IntFunction<Duration> longest, Reader<T> reader)
            throws IOException {
        List<String> failures = new ArrayList<>();
        for (int i = 0, start = first; i < urls.size(); i++) {
            int index = (start + i) % urls.size();
            try {
                HttpRequest request = request("GET", index, path, headers);
                T read = reader.read(sender.send(request, longest.apply(urls.size() - i)));
                first = index;
                return read;
            } catch (IOException e) {
                failures.add(failure(index, e));
            }
        }
        throw new IOException(String.join(", ", failures));
    }

    /**
     * Sends a delete. The next URL is asked only if the previous one cannot have been reached: a request that may have
     * arrived is never sent again.
     *
     * @throws ConnectException if none was reached
     * @throws IOException if the one that was reached does not answer
     */
    public HttpResponse<String> delete(String path, Map<String, String> headers, Deadline deadline) throws IOException {
        List<String> failures = new ArrayList<>();
        for (int i = 0, start = first; i < urls.size(); i++) {
            int index = (start + i) % urls.size();
            try {
                return sender.send(request("DELETE", index, path, headers), deadline.left());
            } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
                failures.add(failure(index, e));
            } catch (IOException e) {
                throw new IOException(failure(index, e), e);
            }
        }
        throw new ConnectException(String.join(", ", failures));
    }

    private HttpRequest request(String method, int index, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(urls.get(index) + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", "application/json");
        headers.forEach(request::header);
        return request.build();
    }

    private String failure(int index, IOException failure) {
        return urls.get(index) + ": " + (failure.getMessage() == null ? failure : failure.getMessage());
    }
}
