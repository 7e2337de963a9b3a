package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class TelegramSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor telegram;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    telegram = lab.visitor(tenant, Platform.TELEGRAM);
  }

  @Test
  void a_message_is_answered_and_journalled_once() {
    var sent = ask("sendMessage", message("hello"));
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.body().at("/result/chat/type").asText()).isEqualTo("private");
    var id = "4711:" + sent.body().at("/result/message_id").asLong();
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("message.sent");
              assertThat(entry.reference()).isEqualTo(id);
            });
  }

  @Test
  void a_deleted_message_is_deleted_once() {
    var id = ask("sendMessage", message("hello")).body().at("/result/message_id").asLong();
    var place = Json.object().put("chat_id", 4711).put("message_id", id);
    assertThat(ask("deleteMessage", place).body().path("result").asBoolean()).isTrue();
    assertThat(ask("deleteMessage", place).body().path("description").asText())
        .isEqualTo("Bad Request: message to delete not found");
    assertThat(lab.happened(tenant)).containsExactly("message.sent", "message.deleted");
  }

  @Test
  void an_edit_that_changes_nothing_is_refused() {
    var id = ask("sendMessage", message("hello")).body().at("/result/message_id").asLong();
    var edit = message("hello again").put("message_id", id);
    assertThat(ask("editMessageText", edit).status()).isEqualTo(200);
    assertThat(ask("editMessageText", edit).body().path("description").asText())
        .startsWith("Bad Request: message is not modified");
  }

  @Test
  void photos_and_pins_are_journalled() {
    var photo = Json.object().put("chat_id", "@tea").put("photo", "https://example.org/a.png");
    var sent = ask("sendPhoto", photo).body().path("result");
    assertThat(sent.at("/photo/0/file_id").isTextual()).isTrue();
    assertThat(sent.at("/chat/username").asText()).isEqualTo("tea");
    var place =
        Json.object().put("chat_id", "@tea").put("message_id", sent.path("message_id").asLong());
    ask("pinChatMessage", place);
    ask("pinChatMessage", place);
    ask("unpinChatMessage", place);
    assertThat(lab.happened(tenant))
        .containsExactly("message.sent", "message.pinned", "message.unpinned");
  }

  @Test
  void chats_that_are_not_there_or_closed_are_refused() {
    assertThat(
            ask("sendMessage", message("x").put("chat_id", 404))
                .body()
                .path("description")
                .asText())
        .isEqualTo("Bad Request: chat not found");
    assertThat(ask("sendMessage", message("x").put("chat_id", 403)).status()).isEqualTo(403);
    assertThat(ask("sendMessage", message("a".repeat(4_097))).status()).isEqualTo(400);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void an_update_is_shown_until_it_is_confirmed() {
    var first = ask("getUpdates", Json.object()).body().at("/result/0/update_id").asLong();
    assertThat(ask("getUpdates", Json.object()).body().path("result")).hasSize(1);
    assertThat(ask("getUpdates", Json.object().put("offset", first + 1)).body().path("result"))
        .isEmpty();
    assertThat(ask("getUpdates", Json.object()).body().path("result")).isEmpty();
  }

  @Test
  void a_limit_says_in_its_body_how_long_to_wait() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.TELEGRAM, "sendMessage", "", FaultKind.RATE_LIMIT, 1)
                .delayed(Duration.ofSeconds(7)));
    assertThat(ask("getMe", Json.object()).status()).isEqualTo(200);
    var limited = ask("sendMessage", message("hello"));
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.body().at("/parameters/retry_after").asInt()).isEqualTo(7);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void a_token_of_another_bot_opens_nothing() {
    var token = telegram.credential("bot_token");
    var other = lab.visitor(tenant, Platform.TELEGRAM).credential("bot_token");
    var mixed = token.substring(0, token.indexOf(':')) + other.substring(other.indexOf(':'));
    assertThat(telegram.post("/bot%s/getMe".formatted(mixed), Json.object()).status())
        .isEqualTo(401);
    assertThat(telegram.post("/bot1:x/getMe", Json.object()).body().path("description").asText())
        .isEqualTo("Unauthorized");
  }

  private Visitor.Seen ask(String method, ObjectNode body) {
    return telegram.post("/bot%s/%s".formatted(telegram.credential("bot_token"), method), body);
  }

  private static ObjectNode message(String text) {
    return Json.object().put("chat_id", 4711).put("text", text);
  }
}
