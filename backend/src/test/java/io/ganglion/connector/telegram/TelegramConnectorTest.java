package io.ganglion.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class TelegramConnectorTest {
  private static final String TOKEN = "700001:AAF-a_secret_of_the_bot_that_is_long";

  private Reply reply = Reply.json(500, "{}");
  private final Rehearsal telegram =
      new Rehearsal(
          TelegramConnector::new,
          Json.object().put("bot_token", TOKEN),
          "700001",
          request -> reply);

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void a_limit_is_read_out_of_the_body() {
    var body =
        Json.object()
            .put("ok", false)
            .put("error_code", 429)
            .put("description", "Too Many Requests: retry after 35");
    body.putObject("parameters").put("retry_after", 35);
    reply = Reply.json(429, body);
    assertThat(telegram.send("sendMessage", message()))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class,
            missed -> {
              assertThat(missed.notBefore()).contains(Subject.NOW.plusSeconds(35));
              assertThat(missed.retryable()).isTrue();
            });
  }

  @Test
  void a_limit_that_says_nonsense_is_no_time() {
    for (var wait : new String[] {"\"soon\"", "-5", "1.5"}) {
      reply = Reply.json(429, "{\"ok\":false,\"parameters\":{\"retry_after\":%s}}".formatted(wait));
      assertThat(telegram.send("sendMessage", message()))
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class, missed -> assertThat(missed.notBefore()).isEmpty());
    }
  }

  @Test
  void an_answer_without_the_messages_number_proves_nothing() {
    reply = Reply.json(200, "{\"ok\":true,\"result\":{\"chat\":{\"id\":1}}}");
    assertThat(telegram.send("sendMessage", message())).isInstanceOf(Outcome.Unknown.class);
    reply = Reply.json(200, "{\"ok\":false,\"description\":\"what\"}");
    assertThat(telegram.send("sendMessage", message())).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_change_that_changes_nothing_is_done_already() {
    reply = refusal("Bad Request: message is not modified: specified new message content ...");
    assertThat(telegram.send("editMessageText", message().put("message_id", 5)))
        .isInstanceOfSatisfying(
            Outcome.Landed.class,
            landed -> assertThat(landed.output().path("edited").asBoolean()).isTrue());
    reply = refusal("Bad Request: message to edit not found");
    assertThat(telegram.send("editMessageText", message().put("message_id", 5)))
        .isInstanceOf(Outcome.NotLanded.class);
  }

  @Test
  void a_message_that_may_not_be_deleted_is_not_gone() {
    reply = refusal("Bad Request: message to delete not found");
    assertThat(telegram.send("deleteMessage", place())).isInstanceOf(Outcome.Landed.class);
    reply = refusal("Bad Request: message can't be deleted for everyone");
    assertThat(telegram.send("deleteMessage", place())).isInstanceOf(Outcome.NotLanded.class);
  }

  @Test
  void reading_updates_confirms_none() {
    reply = Reply.json(200, "{\"ok\":true,\"result\":[{\"update_id\":7,\"message\":{}}]}");
    assertThat(telegram.send("getUpdates", Json.object()))
        .isInstanceOfSatisfying(
            Outcome.Landed.class,
            landed -> assertThat(landed.output().at("/updates/0/update_id").asInt()).isEqualTo(7));
    telegram.send("confirmUpdates", Json.object().put("update_id", 7));
    assertThat(telegram.platform().journal())
        .extracting(request -> Json.read(request.body()).path("offset").asInt(0))
        .containsExactly(0, 8);
  }

  @Test
  void arguments_are_said_in_the_words_of_the_bot_api() {
    var arguments = message().put("reply_to_message_id", 3).put("link_preview", false);
    arguments
        .putArray("buttons")
        .addArray()
        .addObject()
        .put("text", "Yes")
        .put("callback_data", "yes");
    telegram.send("sendMessage", arguments);
    assertThat(Json.read(telegram.platform().journal().getFirst().body()))
        .isEqualTo(
            Json.read(
                """
                {"chat_id":4711,"text":"Tea?","reply_parameters":{"message_id":3},
                 "link_preview_options":{"is_disabled":true},
                 "reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"yes"}]]}}"""));
  }

  @Test
  void what_is_too_long_is_told_in_prepare() {
    assertThat(telegram.prepare("sendMessage", message().put("text", "a".repeat(4_096))))
        .isInstanceOf(Preparation.Ready.class);
    assertThat(telegram.prepare("sendMessage", message().put("text", "a".repeat(4_097))))
        .isInstanceOf(Preparation.Refused.class);
    var photo = Json.object().put("chat_id", 1).put("photo", "x").put("caption", "a".repeat(1_025));
    assertThat(telegram.prepare("sendPhoto", photo)).isInstanceOf(Preparation.Refused.class);
    assertThat(telegram.prepare("sendPhoto", photo.put("parse_mode", "HTML")))
        .isInstanceOf(Preparation.Ready.class);
    var button = message();
    button
        .putArray("buttons")
        .addArray()
        .addObject()
        .put("text", "a")
        .put("callback_data", "é".repeat(40));
    assertThat(telegram.prepare("sendMessage", button)).isInstanceOf(Preparation.Refused.class);
  }

  private static Reply refusal(String description) {
    return Reply.json(
        400, Json.object().put("ok", false).put("error_code", 400).put("description", description));
  }

  private static ObjectNode message() {
    return Json.object().put("chat_id", 4711).put("text", "Tea?");
  }

  private static ObjectNode place() {
    return Json.object().put("chat_id", 4711).put("message_id", 5);
  }
}
