package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/** Against a running server, beside the Jackson 3 of Spring Boot 4.1. */
@SpringBootTest
class DeletingTest {
    @Autowired
    ImageService images;

    @Autowired
    JsonMapper json;

    @Value("${image.spring-boot-4}")
    String image;

    @Test
    void theClientDeletesAnImageOnce() {
        assertThat(json.version().getMajorVersion()).isEqualTo(3);
        assertThat(images.deleteImage(image).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThatThrownBy(() -> images.deleteImage(image)).isInstanceOf(ImageNotFoundException.class);
    }
}
