package com.example;

import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ProjectWord;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewRehearsal;
import java.time.Instant;

@SuppressWarnings("removal")
class Rehearsing {
    private final ImageService images;

    Rehearsing(ImageService images) {
        this.images = images;
    }

    void oneProgram(String imageId) {
        // docs/client.md: from here
        images.rehearsing().deleteImageV11(imageId);
        // docs/client.md: to here
    }

    void theWholeProject() {
        // docs/client.md: from here
        images.rehearse(
                NewRehearsal.builder().minutes(15).reason("Who notices.").build());
        // docs/client.md: to here
    }

    void whatHappened() {
        // docs/client.md: from here
        MyCalls calls = images.myCalls();
        System.out.println(calls.getDays() + " by " + calls.getUserAgents() + ": "
                + calls.getReadiness().getReady());
        images.sayWord(ProjectWord.need(
                Instant.parse("2027-03-31T00:00:00Z"), "The nightly build moves with its next release."));
        images.sayWord(ProjectWord.moved("Released, and rehearsed without a failure."));
        // docs/client.md: to here
    }
}
