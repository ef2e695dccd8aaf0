package dev.imagesunset.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.generated.ImagesApi;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;

class EmptyAnswersTest {
    private final EmptyAnswers answers = new EmptyAnswers();

    @Test
    void onlyOfOperationsThatNeverAnswerWithABody() {
        assertThat(answers.supportsReturnType(whatReturns("deleteImage"))).isTrue();
        assertThat(answers.supportsReturnType(whatReturns("showImage"))).isFalse();
    }

    @Test
    void statusAndHeadersAreSent() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ModelAndViewContainer model = new ModelAndViewContainer();
        answers.handleReturnValue(
                ResponseEntity.accepted().header("Retry-After", "5").build(),
                whatReturns("deleteImage"),
                model,
                new ServletWebRequest(new MockHttpServletRequest(), response));
        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(model.isRequestHandled()).isTrue();
    }

    private static MethodParameter whatReturns(String operation) {
        return Arrays.stream(ImagesApi.class.getMethods())
                .filter(method -> method.getName().equals(operation))
                .findFirst()
                .map(method -> new MethodParameter(method, -1))
                .orElseThrow();
    }
}
