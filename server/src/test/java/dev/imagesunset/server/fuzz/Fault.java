package dev.imagesunset.server.fuzz;

import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One thing that callers get wrong. */
// Its functions have no state.
@SuppressWarnings("ImmutableEnumChecker")
enum Fault {
    ID(
            NearlyValidRequest::namesAnImage,
            (request, random) -> request.replaceId(any(
                    random,
                    "x",
                    "5eed0000-b48a-4639-8a88-08be3b9b5d789",
                    "5eed0000_b48a_4639_8a88_08be3b9b5d78",
                    "5eed0000b48a46398a8808be3b9b5d78",
                    "ü",
                    "%",
                    " ",
                    "{image_id}"))),
    PARAMETER(NearlyValidRequest::takesParameters, (request, random) -> {
        String name = any(random, request.parameters().toArray(String[]::new));
        for (int times = random.nextInt(2); times >= 0; times--) {
            request.parameter(name, any(random, Wrong.TEXTS));
        }
    }),
    UNKNOWN_PARAMETER(
            request -> true,
            (request, random) -> request.parameter(
                    any(random, "no_such", "", "tags", "limit ", "a[b]", "\u0000"), any(random, Wrong.TEXTS))),
    NO_TOKEN(request -> true, (request, random) -> request.without(NearlyValidRequest.TOKEN)),
    WRONG_TOKEN(request -> true, (request, random) -> {
        request.without(NearlyValidRequest.TOKEN);
        request.header(
                NearlyValidRequest.TOKEN,
                any(random, "", " ", "nobody", "fuzz-reader", "fuzz-member,fuzz-admin", "x".repeat(5000)));
    }),
    SECOND_TOKEN(
            request -> true,
            (request, random) ->
                    request.header(NearlyValidRequest.TOKEN, any(random, "fuzz-member", "fuzz-admin", "nobody"))),
    ACCEPT(
            request -> true,
            (request, random) -> request.header(
                    "Accept", any(random, "image/png", "nonsense", "", "*/*;q=0", "application/json;q=x", ","))),
    TYPE(request -> true, (request, random) -> {
        request.without(NearlyValidRequest.TYPE);
        request.header(NearlyValidRequest.TYPE, any(random, Wrong.TYPES));
    }),
    SECOND_TYPE(
            request -> true, (request, random) -> request.header(NearlyValidRequest.TYPE, any(random, Wrong.TYPES))),
    CUT_BODY(NearlyValidRequest::takesBody, NearlyValidRequest::cutBody),
    VALUE(
            NearlyValidRequest::takesBody,
            (request, random) -> change(request, random, (object, name) -> object.set(name, value(random)))),
    MISSING(NearlyValidRequest::takesBody, (request, random) -> change(request, random, ObjectNode::remove)),
    ADDITIONAL(
            NearlyValidRequest::takesBody,
            (request, random) -> change(
                    request,
                    random,
                    (object, name) -> object.set(
                            any(random, "no_such", "", "id", "status", "\u0000", "x".repeat(300), "deleted_at"),
                            value(random))));

    private final Predicate<NearlyValidRequest> isPossible;
    private final BiConsumer<NearlyValidRequest, Random> make;

    Fault(Predicate<NearlyValidRequest> isPossible, BiConsumer<NearlyValidRequest, Random> make) {
        this.isPossible = isPossible;
        this.make = make;
    }

    boolean isPossibleIn(NearlyValidRequest request) {
        return isPossible.test(request);
    }

    void makeIn(NearlyValidRequest request, Random random) {
        make.accept(request, random);
        request.has(this);
    }

    private static void change(NearlyValidRequest request, Random random, BiConsumer<ObjectNode, String> change) {
        JsonNode body = request.json();
        ObjectNode object = (ObjectNode) (body.isArray() ? body.get(random.nextInt(body.size())) : body);
        change.accept(object, any(random, object.propertyNames().toArray(String[]::new)));
        request.json(body);
    }

    private static JsonNode value(Random random) {
        return JsonMapper.shared().readTree(any(random, Wrong.VALUES));
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static final class Wrong {
        static final String LONG = "x".repeat(300);
        static final String[] TEXTS = {
            "",
            " ",
            "-1",
            "1.5",
            "x",
            "99999999999999999999",
            "\u0000",
            "in:",
            "in:\"",
            "gt:x",
            "true",
            "ü",
            "%",
            "{}",
            "a,b",
            "2027-02-30",
            LONG
        };
        static final String[] TYPES = {
            "text/plain", "application/xml", "nonsense", "", "application/json;charset=x", "multipart/form-data", "*/*"
        };
        static final String[] VALUES = {
            "null",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "true",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "\"\"",
            "\"\\u0000\"",
            "\"x\"",
            "\"\\ud800\"",
            "[\"\", 1]",
            "\"2027-02-30T00:00:00Z\"",
            "\"" + LONG + "\""
        };
    }
}
