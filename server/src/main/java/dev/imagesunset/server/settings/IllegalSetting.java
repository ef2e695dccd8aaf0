package dev.imagesunset.server.settings;

/** Thrown for a setting with which the server must not start. */
public class IllegalSetting extends RuntimeException {
    private final String remedy;

    /**
     * Refuses to start.
     *
     * @param sentence what is wrong, naming the setting
     * @param remedy what to set instead
     */
    public IllegalSetting(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
