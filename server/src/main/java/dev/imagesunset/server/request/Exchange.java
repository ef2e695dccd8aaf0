package dev.imagesunset.server.request;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A request and its answer: which operation it asks for, who asks, and what becomes of it. It is recognised once, before
 * everything else; whoever wants to know what a request is asks its exchange. One thread at a time uses it.
 */
public final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();
    private static final String OK = "ok";

    private final long start = System.nanoTime();
    private final RequestId id = RequestId.random();
    private final HttpServletRequest request;
    private final @Nullable String method;
    private final @Nullable String sentPath;
    private final @Nullable String userAgent;
    private final String path;
    private final String prefix;
    private final @Nullable String from;
    private final @Nullable Operation operation;
    private final Optional<String> version;
    private @Nullable Caller caller;
    private String outcome = OK;
    private int status;
    private Duration duration = Duration.ZERO;
    private CompletableFuture<?> identity = CompletableFuture.completedFuture(null);

    private Exchange(HttpServletRequest request, String path, String prefix, @Nullable Operation operation) {
        this.request = request;
        this.path = path;
        this.prefix = prefix;
        // Now, while the connection is surely open, and the request is not the next one.
        this.from = request.getRemoteAddr();
        this.method = request.getMethod();
        this.sentPath = request.getRequestURI();
        this.userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        this.operation = operation;
        this.version = Contract.version(path);
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Recognises a request.
     *
     * @param path its path, decoded if it can be
     * @param prefix what a proxy has taken from the beginning of the path
     */
    public static Exchange begin(HttpServletRequest request, String path, String prefix, Contract contract) {
        return new Exchange(
                request,
                path,
                prefix,
                contract.matching(String.valueOf(request.getMethod()), path).orElse(null));
    }

    /** The exchange of a request. One on the operators' port, which has no operations, begins now. */
    public static Exchange of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Exchange exchange
                ? exchange
                : new Exchange((HttpServletRequest) request, "", "", null);
    }

    /** The exchange of the request that the current thread answers. */
    public static Exchange current() {
        return of(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
    }

    /** What a proxy has taken from the beginning of the path: links for callers begin with it. */
    public String prefix() {
        return prefix;
    }

    /** The name of the answer. */
    public RequestId id() {
        return id;
    }

    /** The id by which the caller knows the request, if it sent one of the right form. */
    public Optional<RequestId> callersId() {
        return RequestId.sentByCaller(request.getHeader(RequestId.HEADER));
    }

    /** The HTTP method; of a request that cannot be read, null. */
    public @Nullable String method() {
        return method;
    }

    /** The path as it was sent; of a request that cannot be read, null. */
    public @Nullable String sentPath() {
        return sentPath;
    }

    /** The decoded path. */
    public String path() {
        return path;
    }

    /** The address that the caller, or the proxy in front of it, calls from. */
    public @Nullable String from() {
        return from;
    }

    /** The program that calls. */
    public @Nullable String userAgent() {
        return userAgent;
    }

    /** A header of the request, while it lasts. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The operation that is asked for, unless the contract has none for this method and path. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** The version of the API that the path is of, if it is of one. */
    public Optional<String> version() {
        return version;
    }

    /** Tells who is calling, as soon as that is known. */
    public void identify(Caller known) {
        caller = known;
    }

    /** Tells that somebody finds out who is calling, while the answer does not wait for it. */
    public void identifyLater(CompletableFuture<Caller> later) {
        identity = later.handle((known, unknown) -> {
            caller = known;
            return known;
        });
    }

    /** Whether it is settled who is calling, and be it that nobody can tell. */
    public boolean isIdentified() {
        return identity.isDone();
    }

    /** Does something once it is settled who is calling. */
    public void whenIdentified(Runnable then) {
        identity = identity.thenRun(then);
    }

    /** Who is calling, if that is known. */
    public Optional<Caller> knownCaller() {
        return Optional.ofNullable(caller);
    }

    /**
     * Who is calling an operation that asks for a token.
     *
     * @throws IllegalStateException if nobody asked for one
     */
    public Caller caller() {
        return knownCaller().orElseThrow(() -> new IllegalStateException("The request was not authenticated"));
    }

    /** Tells for which of the contract's reasons it is refused, or fails. */
    public void refuse(String code) {
        outcome = code;
    }

    /** Tells that the caller went away before it had its answer. */
    public void hangUp() {
        outcome = "caller-gone";
    }

    /** {@code ok}, the code of the problem, or {@code caller-gone}. */
    public String outcome() {
        return outcome;
    }

    /** Tells how it was answered. */
    public void end(int answer) {
        status = answer;
        duration = Duration.ofNanos(System.nanoTime() - start);
    }

    /** The status of the answer, once it has ended. */
    public int status() {
        return status;
    }

    /** How long it took, once it has ended. */
    public Duration duration() {
        return duration;
    }
}
