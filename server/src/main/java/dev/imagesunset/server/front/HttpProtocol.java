package dev.imagesunset.server.front;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;

/** Tomcat's HTTP/1.1 and its threads, with a queue of our own. Public, since Tomcat finds it by its name. */
public final class HttpProtocol extends Http11NioProtocol {
    /** For Tomcat. */
    public HttpProtocol() {
        super(new Endpoint());
    }

    private static final class Endpoint extends NioEndpoint {
        @Override
        public void createExecutor() {
            RequestQueue queue = new RequestQueue(getMaxQueueSize());
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    getMinSpareThreads(),
                    getMaxThreads(),
                    getThreadsMaxIdleTime(),
                    TimeUnit.MILLISECONDS,
                    queue,
                    new TaskThreadFactory(getName() + "-exec-", getDaemon(), getThreadPriority()));
            queue.setParent(threads);
            setExecutor(threads);
            // Tomcat ends it with the endpoint.
            internalExecutor = true;
        }
    }
}
