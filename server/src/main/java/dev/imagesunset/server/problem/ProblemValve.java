package dev.imagesunset.server.problem;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the refusals and failures that never reach Spring, Tomcat's own, the problem document that all others have. */
@Component
@Order(1)
class ProblemValve extends ValveBase {
    private final Problems problems;

    ProblemValve(Problems problems) {
        super(true);
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.getStatus() >= 400 && response.getContentWritten() == 0 && !response.isCommitted()) {
            response.setSuspended(false);
            problems.send(Diagnosis.of(response.getStatus()), request, response);
        }
    }
}
