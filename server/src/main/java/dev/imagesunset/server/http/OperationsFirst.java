package dev.imagesunset.server.http;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** Looks for a controller before it looks for a page, since nearly all requests are for operations. */
@Component
class OperationsFirst {
    private static final int BEHIND_CONTROLLERS = 1;

    OperationsFirst(RouterFunctionMapping pages) {
        pages.setOrder(BEHIND_CONTROLLERS);
    }
}
