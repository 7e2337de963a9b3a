package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ImgflipSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor imgflip;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    imgflip = lab.visitor(tenant, Platform.IMGFLIP);
  }

  @Test
  void a_meme_is_a_real_picture_and_journalled() throws IOException {
    var made = caption("&template_id=55311130&text0=this&text1=is+fine");
    assertThat(made.body().path("success").asBoolean()).isTrue();
    var url = made.body().at("/data/url").asText();
    try (var stream = URI.create(url).toURL().openStream()) {
      assertThat(ImageIO.read(stream).getWidth()).isEqualTo(600);
    }
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("meme.made");
              assertThat(entry.payload().at("/texts/1").asText()).isEqualTo("is fine");
            });
  }

  @Test
  void refusals_have_the_status_200() {
    for (var bad :
        new String[] {
          "&template_id=1&text0=a", "&template_id=55311130", "&template_id=55311130&text0="
        }) {
      var seen = caption(bad);
      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.body().path("success").asBoolean()).isFalse();
      assertThat(seen.body().path("error_message").asText()).isNotEmpty();
    }
    var stranger = imgflip.form("/caption_image", "username=a&password=b&template_id=55311130");
    assertThat(stranger.body().path("error_message").asText()).contains("password");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void templates_are_public_and_can_be_searched() {
    assertThat(imgflip.get("/get_memes").body().at("/data/memes")).hasSize(4);
    var found = imgflip.form("/search_memes", account() + "&query=button").body();
    assertThat(found.at("/data/memes/0/box_count").asInt()).isEqualTo(3);
    var boxes = "&template_id=87743020&boxes%5B0%5D%5Btext%5D=red&boxes%5B1%5D%5Btext%5D=blue";
    assertThat(caption(boxes).body().path("success").asBoolean()).isTrue();
  }

  private Visitor.Seen caption(String more) {
    return imgflip.form("/caption_image", account() + more);
  }

  private String account() {
    return "username=%s&password=%s"
        .formatted(imgflip.credential("username"), imgflip.credential("password"));
  }
}
