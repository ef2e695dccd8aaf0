package dev.imagesunset.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.NotAboutTime;
import dev.imagesunset.server.ServerTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Callers who create, show, change, delete and restore a few images at the same time. The profile fuzz makes it long. */
@ServerTest
@NotAboutTime
class LinearizabilityTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 600);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());
    private static final List<Call.Action> ACTIONS = List.of(Call.Action.values());
    private static final int CALLERS = 6;
    private static final int CALLS = 10;
    private static final int IMAGES = 2;

    @Autowired
    ImageService service;

    @Test
    void whatCallersSeeCouldHaveHappenedOneAfterTheOther() throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int round = 0; round < REQUESTS / (CALLERS * CALLS); round++) {
                for (History history : round(callers, new Random(SEED + round))) {
                    assertThat(history.isLinearizable())
                            .as("round %d with -Dfuzz.seed=%d:%n%s", round, SEED, history)
                            .isTrue();
                }
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private List<History> round(ExecutorService callers, Random random) throws Exception {
        List<UUID> ids = List.of(id(random), id(random));
        List<Future<List<List<Call>>>> ends = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random own = new Random(random.nextLong());
            Callable<List<List<Call>>> calls = () -> calls(ids, own);
            ends.add(callers.submit(calls));
        }
        List<List<Call>> all = noCalls();
        for (Future<List<List<Call>>> end : ends) {
            for (int image = 0; image < IMAGES; image++) {
                all.get(image).addAll(end.get().get(image));
            }
        }
        return all.stream().map(History::new).toList();
    }

    private List<List<Call>> calls(List<UUID> ids, Random random) {
        List<List<Call>> calls = noCalls();
        for (int i = 0; i < CALLS; i++) {
            int image = random.nextInt(IMAGES);
            Call.Action action = ACTIONS.get(random.nextInt(ACTIONS.size()));
            calls.get(image).add(call(action, ids.get(image), "name-" + random.nextInt(1000)));
        }
        return calls;
    }

    private static List<List<Call>> noCalls() {
        return List.of(new ArrayList<>(), new ArrayList<>());
    }

    private Call call(Call.Action action, UUID id, String name) {
        long start = System.nanoTime();
        Answer answer = answer(action, id, name);
        long end = System.nanoTime();
        boolean isShown = action == Call.Action.SHOW && answer.status() == 200;
        return new Call(
                action,
                name,
                start,
                end,
                answer.status(),
                isShown ? answer.json().get("name").asString() : null);
    }

    /** Each is held against the contract. */
    private Answer answer(Call.Action action, UUID id, String name) {
        String image = "/v2/images/" + id;
        return switch (action) {
            case CREATE ->
                service.call(
                        "POST", "/v2/images", "demo-member", "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, name));
            case SHOW -> service.call("GET", image, "demo-member");
            case RENAME ->
                service.call(
                        "PATCH",
                        image,
                        "demo-member",
                        "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"%s\"}]".formatted(name));
            case DELETE -> service.call("DELETE", image, "demo-member");
            case DELETE_V11 -> service.delete(id, "demo-member");
            case RESTORE -> service.call("POST", "/operator/tombstones/" + id + "/restore", "demo-admin");
        };
    }

    private static UUID id(Random random) {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return UUID.nameUUIDFromBytes(name);
    }
}
