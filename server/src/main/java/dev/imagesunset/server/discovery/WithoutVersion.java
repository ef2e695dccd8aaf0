package dev.imagesunset.server.discovery;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.valves.rewrite.RewriteValve;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes {@code /images} for {@code /v2/images}. The OpenStack command line, given a ready token and an endpoint, never
 * asks what versions there are; and a redirect would not do, since that client then sends its query twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WithoutVersion extends RewriteValve {
    WithoutVersion() {
        setAsyncSupported(true);
    }

    @Override
    protected void startInternal() throws LifecycleException {
        super.startInternal();
        try {
            setConfiguration("RewriteRule ^/images(/.*)?$ /v2/images$1");
        } catch (Exception e) {
            throw new LifecycleException(e);
        }
    }
}
