package dev.imagesunset.client;

import dev.imagesunset.client.model.NewWord;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a project says of its deprecated calls, for {@link ImageService#sayWord(NewWord)}. */
public final class ProjectWord {
    private ProjectWord() {}

    /**
     * It has moved: it makes no such call any more.
     *
     * @param reason why others can believe that, in 1 to 500 characters
     */
    public static NewWord moved(String reason) {
        return NewWord.builder().word(NewWord.WordEnum.MOVED).reason(reason).build();
    }

    /**
     * It needs the call until a time.
     *
     * @param until a time to come
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
