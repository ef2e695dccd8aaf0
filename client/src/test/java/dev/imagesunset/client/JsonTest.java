package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagesunset.client.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client's own JSON, held against Jackson's. */
class JsonTest {
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                " true ",
                "false",
                "0",
                "-0",
                "-12",
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "1.0",
                "-0.5e-3",
                "1E400",
                "\"\"",
                "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fc\\ud83c\\udf31 ü 🌱\"",
                "[]",
                "[ 1 , [ ] , { } , null ]",
                "{}",
                "{ \"a\" : { \"b\" : [ 1, \"x\" ] } , \"c\" : null }",
                "{\"a\":1,\"a\":2}"
            })
    void aDocumentIsReadAsJacksonReadsItAndWrittenSoThatItSaysTheSame(String document) {
        Object read = Json.read(document);
        saysTheSame(document);
        assertThat(Json.read(Json.write(read))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulls",
                "tru",
                "+1",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "NaN",
                "0x1",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u123\"",
                "\"a\nb\"",
                "'a'",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{1:1}",
                "{\"a\" 1}",
                "[1]]",
                "1 1",
                "/* */1"
            })
    void whatIsNoDocumentIsRefusedAsJacksonRefusesIt(String text) {
        assertThat(isRefusedByJackson(text)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }

    /** Documents with a mistake at any place, the same ones each time. */
    @Test
    void onDocumentsThatAreDamagedBothAgree() {
        String good = "{\"a\":[1,-2.5e3,\"x\\n\\u00fc\",true,false,null,{}],\"b\":{\"c\":[]},\"d\":\"\"}";
        String letters = "{}[]\",:\\/ 0123456789eE.+-tfnulx\u0001";
        Random random = new Random(14);
        for (int damage = 0; damage < 20_000; damage++) {
            StringBuilder text = new StringBuilder(good);
            int at = random.nextInt(good.length());
            text.replace(at, at + random.nextInt(3), "" + letters.charAt(random.nextInt(letters.length())));
            if (isRefusedByJackson(text.toString())) {
                assertThatIllegalArgumentException().as("%s", text).isThrownBy(() -> Json.read(text.toString()));
            } else {
                saysTheSame(text.toString());
            }
        }
    }

    @Test
    void halfASurrogatePairIsWrittenSoThatItSurvivesUtf8() {
        assertThat(Json.write("\ud83c")).isEqualTo("\"\\ud83c\"");
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        List<Object> items = List.of(new Object(), Double.NaN, Map.of(1, "x"), new StringBuilder[] {});
        assertThat(items)
                .allSatisfy(item -> assertThatIllegalArgumentException().isThrownBy(() -> Json.write(List.of(item))));
    }

    private static void saysTheSame(String document) {
        JsonNode rewritten = JACKSON.readTree(Json.write(Json.read(document)));
        assertThat(rewritten.equals(JsonTest::compare, JACKSON.readTree(document)))
                .as(document)
                .isTrue();
    }

    /** 1e1 is 10. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static boolean isRefusedByJackson(String text) {
        try {
            return JACKSON.readTree(text).isMissingNode();
        } catch (JacksonException e) {
            return true;
        }
    }
}
