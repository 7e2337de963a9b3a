package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SlackSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor slack;
  private String general = "";

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    slack = lab.visitor(tenant, Platform.SLACK);
    general = channel("general");
  }

  @Test
  void a_message_is_answered_shown_with_its_metadata_and_journalled_once() {
    var seen = slack.post("/api/chat.postMessage", message("hello", "eff_1"));

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body().path("ok").asBoolean()).isTrue();
    var ts = seen.body().path("ts").asText();
    assertThat(ts).matches("[0-9]+\\.[0-9]{6}");
    var history = history("&include_all_metadata=true");
    assertThat(history.at("/messages/0/text").asText()).isEqualTo("hello");
    assertThat(history.at("/messages/0/metadata/event_payload/effect").asText()).isEqualTo("eff_1");
    assertThat(history("").at("/messages/0").has("metadata")).isFalse();
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("message.posted");
              assertThat(entry.reference()).isEqualTo(ts);
            });
  }

  @Test
  void equal_messages_are_two_messages() {
    slack.post("/api/chat.postMessage", message("twice", "eff_1"));
    slack.post("/api/chat.postMessage", message("twice", "eff_1"));
    assertThat(lab.happened(tenant)).containsExactly("message.posted", "message.posted");
  }

  @Test
  void errors_are_words_with_the_status_200() {
    assertThat(word(slack.post("/api/chat.postMessage", to("C0NOWHERE"))))
        .isEqualTo("channel_not_found");
    assertThat(word(slack.post("/api/chat.postMessage", to(channel("attic")))))
        .isEqualTo("is_archived");
    assertThat(word(slack.post("/api/chat.postMessage", to(channel("board")))))
        .isEqualTo("not_in_channel");
    assertThat(word(slack.post("/api/chat.postMessage", Json.object().put("channel", general))))
        .isEqualTo("no_text");
    assertThat(word(slack.with("bot_token", "xoxb-nobody").get("/api/auth.test")))
        .isEqualTo("invalid_auth");
    assertThat(word(slack.get("/api/nothing"))).isEqualTo("unknown_method");
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void a_message_is_replaced_and_deleted_once() {
    var ts = ts(slack.post("/api/chat.postMessage", message("old", "eff_1")));
    var named = Json.object().put("channel", general).put("ts", ts);
    slack.post("/api/chat.update", named.deepCopy().put("text", "new"));
    assertThat(history("").at("/messages/0/text").asText()).isEqualTo("new");
    assertThat(slack.post("/api/chat.delete", named).body().path("ok").asBoolean()).isTrue();
    assertThat(word(slack.post("/api/chat.delete", named))).isEqualTo("message_not_found");
    assertThat(lab.happened(tenant))
        .containsExactly("message.posted", "message.updated", "message.deleted");
  }

  @Test
  void to_react_twice_is_an_error() {
    var ts = ts(slack.post("/api/chat.postMessage", message("react", "eff_1")));
    var reaction = Json.object().put("channel", general).put("timestamp", ts).put("name", "tea");
    assertThat(word(slack.post("/api/reactions.add", reaction))).isEmpty();
    assertThat(word(slack.post("/api/reactions.add", reaction))).isEqualTo("already_reacted");
    assertThat(word(slack.post("/api/reactions.remove", reaction))).isEmpty();
    assertThat(word(slack.post("/api/reactions.remove", reaction))).isEqualTo("no_reaction");
    assertThat(lab.happened(tenant))
        .containsExactly("message.posted", "reaction.added", "reaction.removed");
  }

  @Test
  void replies_are_shown_in_their_thread_alone() {
    var parent = ts(slack.post("/api/chat.postMessage", message("parent", "eff_1")));
    slack.post("/api/chat.postMessage", message("child", "eff_2").put("thread_ts", parent));
    assertThat(history("").path("messages").findValuesAsText("text")).containsExactly("parent");
    var thread =
        slack.get("/api/conversations.replies?channel=%s&ts=%s".formatted(general, parent)).body();
    assertThat(thread.path("messages").findValuesAsText("text")).containsExactly("parent", "child");
  }

  @Test
  void a_history_is_read_page_by_page_from_where_it_is_asked_to() {
    for (int i = 0; i < 5; i++) {
      slack.post("/api/chat.postMessage", message("m" + i, "eff_" + i));
    }
    var first = history("&limit=3");
    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(first.path("messages").findValuesAsText("text")).containsExactly("m4", "m3", "m2");
    var cursor = first.at("/response_metadata/next_cursor").asText();
    assertThat(history("&limit=3&cursor=" + cursor).path("messages").findValuesAsText("text"))
        .containsExactly("m1", "m0");
    assertThat(history("&oldest=9999999999").path("messages")).isEmpty();
  }

  @Test
  void search_lag_hides_a_message_from_reads() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(
                    Platform.SLACK, "POST", "/api/chat.postMessage", FaultKind.SEARCH_LAG, 1)
                .delayed(java.time.Duration.ofMinutes(5)));
    slack.post("/api/chat.postMessage", message("late", "eff_1"));
    assertThat(history("").path("messages")).isEmpty();
    assertThat(lab.happened(tenant)).containsExactly("message.posted");
  }

  @Test
  void a_limit_says_when_to_come_back() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.SLACK, "POST", "/api/", FaultKind.RATE_LIMIT, 1)
                .delayed(java.time.Duration.ofSeconds(3)));
    var seen = slack.post("/api/chat.postMessage", message("soon", "eff_1"));
    assertThat(seen.status()).isEqualTo(429);
    assertThat(seen.header("Retry-After")).isEqualTo("3");
    assertThat(word(seen)).isEqualTo("ratelimited");
  }

  @Test
  void the_bot_knows_itself_people_and_the_conversations_it_opened() {
    var me = slack.get("/api/auth.test").body();
    assertThat(me.path("user_id").asText()).isEqualTo(slack.account().account());
    assertThat(slack.get("/api/users.info?user=U0ADA").body().at("/user/name").asText())
        .isEqualTo("ada");
    var people = Json.object().put("users", "U0ADA");
    var opened = slack.post("/api/conversations.open", people).body().at("/channel/id").asText();
    assertThat(slack.post("/api/conversations.open", people).body().at("/channel/id").asText())
        .isEqualTo(opened);
    assertThat(slack.post("/api/chat.postMessage", to(opened)).body().path("ok").asBoolean())
        .isTrue();
    var channel = Json.object().put("channel", opened);
    assertThat(word(slack.post("/api/conversations.close", channel))).isEmpty();
    assertThat(word(slack.post("/api/conversations.close", channel)))
        .isEqualTo("channel_not_found");
    assertThat(lab.happened(tenant))
        .containsExactly("conversation.opened", "message.posted", "conversation.closed");
  }

  private ObjectNode message(String text, String effect) {
    var message = Json.object().put("channel", general).put("text", text);
    message
        .putObject("metadata")
        .put("event_type", "ganglion_effect")
        .putObject("event_payload")
        .put("effect", effect);
    return message;
  }

  private static ObjectNode to(String channel) {
    return Json.object().put("channel", channel).put("text", "hello");
  }

  private JsonNode history(String more) {
    return slack.get("/api/conversations.history?channel=" + general + more).body();
  }

  private String channel(String name) {
    for (var channel : slack.get("/api/conversations.list").body().path("channels")) {
      if (channel.path("name").asText().equals(name)) {
        return channel.path("id").asText();
      }
    }
    throw new AssertionError("no channel " + name);
  }

  private static String ts(Visitor.Seen seen) {
    return seen.body().path("ts").asText();
  }

  private static String word(Visitor.Seen seen) {
    return seen.body().path("error").asText("");
  }
}
