package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ImageSimulatorTest {
  @Inject LabBench lab;

  @Test
  void a_generation_gives_the_address_of_a_real_png() throws IOException {
    var tenant = lab.tenant();
    var image = lab.visitor(tenant, Platform.IMAGE);
    var body =
        image
            .post(
                "/v1/images/generations",
                Json.object().put("prompt", "a kettle in the sun").put("size", "320x200"))
            .body();
    var url = body.at("/data/0/url").asText();

    try (var stream = URI.create(url).toURL().openStream()) {
      var picture = ImageIO.read(stream);
      assertThat(picture.getWidth()).isEqualTo(320);
      assertThat(picture.getHeight()).isEqualTo(200);
      assertThat(picture.getRGB(0, 0)).isNotEqualTo(picture.getRGB(319, 199));
    }
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("image.generated");
              assertThat(url).contains(entry.reference());
            });
  }

  @Test
  void bytes_are_sent_where_bytes_are_asked_for() throws IOException {
    var image = lab.visitor(lab.tenant(), Platform.IMAGE);
    var request =
        Json.object().put("prompt", "dots").put("size", "64x64").put("response_format", "b64_json");
    var data = image.post("/v1/images/generations", request).body().at("/data/0/b64_json").asText();
    var picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    assertThat(picture.getWidth()).isEqualTo(64);
  }

  @Test
  void what_can_t_be_drawn_is_refused() {
    var tenant = lab.tenant();
    var image = lab.visitor(tenant, Platform.IMAGE);
    for (var bad :
        new String[] {
          "{\"prompt\":\"\"}",
          "{\"prompt\":\"a\",\"size\":\"9999x1\"}",
          "{\"prompt\":\"a\",\"n\":2}"
        }) {
      assertThat(image.post("/v1/images/generations", Json.read(bad)).status()).isEqualTo(400);
    }
    assertThat(lab.happened(tenant)).isEmpty();
  }
}
