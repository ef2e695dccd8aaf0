package dev.imagesunset.client;

import dev.imagesunset.client.model.NewWord;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a project says about its deprecated calls, for {@link ImageService#sayWord(NewWord)}. */
public final class ProjectWord {
    private ProjectWord() {}

    /**
     * The project has moved: it no longer makes the call.
     *
     * @param reason why others can believe that, in 1 to 500 characters
     */
    public static NewWord moved(String reason) {
        return NewWord.builder().word(NewWord.WordEnum.MOVED).reason(reason).build();
    }

    /**
     * The project needs the call until some time.
     *
     * @param until a time in the future
     * @param reason why, in 1 to 500 characters
     */
    public static NewWord need(Instant until, String reason) {
        return NewWord.builder()
                .word(NewWord.WordEnum.NEED)
                .until(until.atOffset(ZoneOffset.UTC))
                .reason(reason)
                .build();
    }
}
