package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Against a running server, beside the Jackson 2 and its annotations that Spring Boot 3.5 insists on. */
@SpringBootTest
class DeletingTest {
    @Autowired
    ImageService images;

    @Autowired
    ObjectMapper json;

    @Value("${image.spring-boot-3}")
    String image;

    @Test
    void theClientDeletesAnImageOnce() {
        assertThat(json.version().getMinorVersion()).isEqualTo(19);
        assertThat(images.deleteImage(image).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThatThrownBy(() -> images.deleteImage(image)).isInstanceOf(ImageNotFoundException.class);
    }
}
