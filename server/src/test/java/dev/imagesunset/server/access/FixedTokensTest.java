package dev.imagesunset.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Role;
import dev.imagesunset.server.settings.IllegalSetting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FixedTokensTest {
    private static final Caller MIA = new Caller("mia", "demo", Set.of(Role.MEMBER), null);
    private static final Map<String, Caller> TOKENS = Map.of("demo-member", MIA);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1"})
    void areGoodOnALoopbackAddress(String address) throws UnknownHostException {
        FixedTokens tokens = new FixedTokens(TOKENS, InetAddress.getByName(address));
        assertThat(tokens.callerOf("demo-member")).isEqualTo(MIA);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void areRefusedOnAnyOtherAddress(@Nullable String address) throws UnknownHostException {
        InetAddress open = address == null ? null : InetAddress.getByName(address);
        assertThatThrownBy(() -> new FixedTokens(TOKENS, open))
                .isInstanceOf(IllegalSetting.class)
                .hasMessageContaining("server.address");
    }

    @Test
    void areRefusedWhenThereAreNone() {
        assertThatThrownBy(() -> new FixedTokens(Map.of(), InetAddress.getLoopbackAddress()))
                .isInstanceOf(IllegalSetting.class)
                .hasMessageContaining("image-sunset.access.tokens");
    }

    @Test
    void needNoRoles() {
        AccessProperties access = new Binder(new MapConfigurationPropertySource(
                        Map.of("image-sunset.access.tokens.demo-nobody.user", "mia")))
                .bindOrCreate("image-sunset.access", AccessProperties.class);
        assertThat(access.callers()).containsEntry("demo-nobody", new Caller("mia", null, Set.of(), null));
    }

    @Test
    void neverShowInARefusal() {
        FixedTokens tokens = new FixedTokens(TOKENS, InetAddress.getLoopbackAddress());
        assertThatThrownBy(() -> tokens.callerOf("a-secret"))
                .isInstanceOf(Refusal.class)
                .hasMessageNotContaining("a-secret");
        assertThatCode(() -> tokens.callerOf("demo-member")).doesNotThrowAnyException();
    }
}
