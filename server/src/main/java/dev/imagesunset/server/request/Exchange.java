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
 * A request and its answer: which operation it asks for, who asks, and the outcome. A request is recognised once,
 * before everything else; all other code asks its exchange what it is. Only one thread uses it at a time.
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
        // Read now, while the connection is certainly open and the object does not yet hold the next request.
        this.from = request.getRemoteAddr();
        this.method = request.getMethod();
        this.sentPath = request.getRequestURI();
        this.userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        this.operation = operation;
        this.version = operation == null ? Contract.version(path) : operation.version();
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Recognises a request.
     *
     * @param path its path, decoded if it can be
     * @param prefix the prefix that a proxy has removed from the path
     */
    public static Exchange begin(HttpServletRequest request, String path, String prefix, Contract contract) {
        return new Exchange(
                request,
                path,
                prefix,
                contract.matching(String.valueOf(request.getMethod()), path).orElse(null));
    }

    /** The exchange of a request. On the operators' port, which has no operations, it begins now. */
    public static Exchange of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Exchange exchange
                ? exchange
                : new Exchange((HttpServletRequest) request, "", "", null);
    }

    /** The exchange of the request that the current thread answers. */
    public static Exchange current() {
        return of(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
    }

    /** The prefix that a proxy has removed from the path; links for callers begin with it. */
    public String prefix() {
        return prefix;
    }

    /** The id of the request, which its answer carries. */
    public RequestId id() {
        return id;
    }

    /** The caller's own id for the request, if it sent one in the right form. */
    public Optional<RequestId> callersId() {
        return RequestId.sentByCaller(request.getHeader(RequestId.HEADER));
    }

    /** The HTTP method; null if the request cannot be read. */
    public @Nullable String method() {
        return method;
    }

    /** The path as it was sent; null if the request cannot be read. */
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

    /** The calling program, as it names itself; null if it does not. */
    public @Nullable String userAgent() {
        return userAgent;
    }

    /** A header of the request, as long as the request lasts. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The operation that is asked for, if the contract has one for this method and path. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** The API version that the path belongs to, if any. */
    public Optional<String> version() {
        return version;
    }

    /** Sets who is calling, once that is known. */
    public void identify(Caller known) {
        caller = known;
    }

    /** Takes the caller from a future that the answer does not wait for. */
    public void identifyLater(CompletableFuture<Caller> later) {
        identity = later.handle((known, unknown) -> {
            caller = known;
            return known;
        });
    }

    /** Whether it is settled who is calling, even if the result is that nobody can tell. */
    public boolean isIdentified() {
        return identity.isDone();
    }

    /** Runs something once it is settled who is calling. */
    public void whenIdentified(Runnable then) {
        identity = identity.thenRun(then);
    }

    /** Who is calling, if that is known. */
    public Optional<Caller> knownCaller() {
        return Optional.ofNullable(caller);
    }

    /**
     * Who is calling an operation that needs a token.
     *
     * @throws IllegalStateException if the caller was not identified
     */
    public Caller caller() {
        return knownCaller().orElseThrow(() -> new IllegalStateException("The request was not authenticated"));
    }

    /** Records the contract's code with which it was refused or failed. */
    public void refuse(String code) {
        outcome = code;
    }

    /** Records that the caller disconnected before it had its answer. */
    public void hangUp() {
        outcome = "caller-gone";
    }

    /** {@code ok}, the code of the problem, or {@code caller-gone}. */
    public String outcome() {
        return outcome;
    }

    /** Records the status of the answer, and how long it took. */
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
