package dev.imagesunset.server.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.settings.IllegalSetting;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClearTextTest {
    private static final String SETTING = "image-sunset.identity.urls";
    private static final URI OTHER = URI.create("http://keystone.example.com:5000");

    private final ClearText tolerant = new ClearText(new RemoteProperties(false));
    private final ClearText strict = new ClearText(new RemoteProperties(true));

    @Test
    void warnsOfEachUrlThatOthersCanListenTo(CapturedOutput output) {
        tolerant.judge(SETTING, List.of(URI.create("https://keystone.example.com"), OTHER));
        assertThat(linesOf(output))
                .singleElement()
                .asString()
                .contains(
                        "WARN",
                        SETTING + " has " + OTHER + ": callers' tokens travel there in clear. Set an https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.example.com", "http://localhost.example.com", "http://127.0.0.1.example.com"})
    void takesNoOtherMachineForThisOne(URI url) {
        assertThatThrownBy(() -> strict.judge(SETTING, List.of(url))).isInstanceOf(IllegalSetting.class);
    }

    @Test
    void refusesItWhereOnlyHttpsIsAllowed() {
        assertThatThrownBy(() -> strict.judge(SETTING, List.of(OTHER)))
                .isInstanceOf(IllegalSetting.class)
                .hasMessageContaining(SETTING + " has " + OTHER + ", and image-sunset.remote.https-only is true.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:5000", "http://127.0.0.1/identity", "http://[::1]:5000", "https://example.com"
            })
    void nobodyListensOnThisMachineOrToTls(URI url, CapturedOutput output) {
        tolerant.judge(SETTING, List.of(url));
        strict.judge(SETTING, List.of(url));
        assertThat(linesOf(output)).isEmpty();
    }

    /** Not what other tests' servers still write. */
    private static Stream<String> linesOf(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains("main]"));
    }
}
