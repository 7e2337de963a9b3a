package io.ganglion.connector.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a server of models that somebody else wrote. */
@Tag("connectors")
@Tag("long")
class ImageAimockTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("aimock");

  private final AtPeer aimock = new AtPeer(PEER, ImageConnector::new);

  @AfterEach
  void close() {
    aimock.close();
  }

  @Test
  void the_key_is_known_and_a_picture_is_made() {
    assertThat(aimock.whoami()).isInstanceOf(Connector.Whoami.Known.class);
    assertThat(aimock.output("generate", Json.object().put("prompt", "a cup of tea")))
        .isEqualTo(Json.object().put("url", "https://images.example/tea.png"));
  }

  @Test
  void a_picture_is_changed_by_a_form_that_the_server_reads() {
    var arguments = Json.object().put("prompt", "with a hat");
    arguments.putObject("image").put("data", "iVBORw0KGgo=").put("media_type", "image/png");
    assertThat(aimock.output("edit", arguments).path("b64_json").asText())
        .isEqualTo("iVBORw0KGgo=");
  }

  @Test
  void variations_which_openai_took_away_are_refused_and_no_picture_is_in_doubt() {
    var arguments = Json.object();
    arguments.putObject("image").put("data", "iVBORw0KGgo=").put("media_type", "image/png");
    assertThat(aimock.send("variation", arguments))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, refused -> assertThat(refused.status()).isEqualTo(404));
  }
}
