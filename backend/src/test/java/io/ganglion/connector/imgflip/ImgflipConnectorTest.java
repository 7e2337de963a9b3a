package io.ganglion.connector.imgflip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Rehearsal;
import io.ganglion.kernel.Json;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("connectors")
class ImgflipConnectorTest {
  private static final JsonNode MEME =
      Json.object().put("template_id", "61579").put("text0", "one does");

  @Test
  void a_refusal_with_the_status_200_is_one_and_repeats_no_password() {
    try (var imgflip = with(refusing("Invalid username imgflip-password"))) {
      assertThat(imgflip.send("caption", MEME))
          .isEqualTo(
              new Outcome.NotLanded(
                  400,
                  "imgflip answered 200: Invalid username [redacted]",
                  Optional.empty(),
                  false));
    }
    try (var imgflip = with(refusing("Invalid username/password"))) {
      assertThat(((Outcome.NotLanded) imgflip.send("caption", MEME)).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text0\":\"a\"} | Ready",
        "{\"boxes\":[{\"text\":\"a\"}]} | Ready",
        "{\"text0\":\" \",\"text1\":\"\"} | Refused",
        "{\"boxes\":[{\"text\":\"\"}]} | Refused",
        "{\"text0\":\"a\",\"boxes\":[{\"text\":\"a\"}]} | Refused",
        "{} | Refused"
      })
  void a_meme_has_texts_or_boxes(String texts, String preparation) {
    try (var imgflip = with(request -> Reply.json(500, "{}"))) {
      assertThat(imgflip.prepare("caption", Json.read(texts)).getClass().getSimpleName())
          .isEqualTo(preparation);
      assertThat(imgflip.platform().journal()).isEmpty();
    }
  }

  @Test
  void boxes_are_fields_of_the_form() {
    var meme =
        Json.read(
            """
        {"template_id": "1", "max_font_size": 40, "no_watermark": true,
         "boxes": [{"text": "a & b", "x": 10, "color": "#ffffff"}, {"text": "c"}]}
        """);
    try (var imgflip =
        with(
            request ->
                Reply.json(
                    200, "{\"success\":true,\"data\":{\"url\":\"u\",\"page_url\":\"p\"}}"))) {
      assertThat(imgflip.send("caption", meme)).isInstanceOf(Outcome.Landed.class);
      var sent = imgflip.platform().journal().getFirst();
      assertThat(sent.body())
          .contains("boxes%5B0%5D%5Btext%5D=a%20%26%20b")
          .contains("boxes%5B0%5D%5Bx%5D=10")
          .contains("boxes%5B1%5D%5Btext%5D=c");
      assertThat(sent.parameter("max_font_size")).isEqualTo("40");
      assertThat(sent.parameter("no_watermark")).isEqualTo("1");
    }
  }

  @Test
  void an_answer_that_does_not_say_whether_it_is_a_success_is_unreadable() {
    try (var imgflip = with(request -> Reply.json(200, "{\"data\":{}}"))) {
      assertThat(imgflip.send("caption", MEME)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @Test
  void templates_are_listed_without_a_password_and_searched_with_one() {
    var found =
        "{\"success\":true,\"data\":{\"memes\":[{\"id\":\"1\",\"name\":\"Fine\",\"url\":\"u\",\"box_count\":2}]}}";
    try (var imgflip = with(request -> Reply.json(200, found))) {
      var listed = (Outcome.Landed) imgflip.send("memes", Json.object());
      assertThat(listed.output().at("/memes/0/box_count").asInt()).isEqualTo(2);
      imgflip.send("searchMemes", Json.object().put("query", "fine"));
      var asked = imgflip.platform().journal();
      assertThat(asked.getFirst().parameter("password")).isEmpty();
      assertThat(asked.getLast().parameter("query")).isEqualTo("fine");
      assertThat(asked.getLast().parameter("password")).isEqualTo("imgflip-password");
    }
  }

  private static Behaviour refusing(String message) {
    return request ->
        Reply.json(200, Json.object().put("success", false).put("error_message", message));
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(
        ImgflipConnector::new,
        Json.object().put("username", "ada").put("password", "imgflip-password"),
        "ada",
        behaviour);
  }
}
