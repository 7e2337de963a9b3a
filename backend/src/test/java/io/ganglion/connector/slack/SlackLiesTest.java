package io.ganglion.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("connectors")
class SlackLiesTest {
  private static final JsonNode MESSAGE = Json.object().put("channel", "C1").put("text", "tea");

  @ParameterizedTest
  @CsvSource({
    "fatal_error, Unknown", // some part may have succeeded, says Slack
    "internal_error, Unknown",
    "service_unavailable, Unknown",
    "channel_not_found, NotLanded",
    "msg_too_long, NotLanded",
    "ratelimited, NotLanded"
  })
  void an_error_with_the_status_200_is_judged_by_its_word(String error, String outcome) {
    try (var slack = with(request -> Channel.error(error))) {
      assertThat(slack.send("postMessage", MESSAGE).getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @Test
  void a_refused_token_is_told_as_401_and_not_tried_again() {
    try (var slack = with(request -> Channel.error("token_revoked"))) {
      assertThat(slack.send("postMessage", MESSAGE))
          .isEqualTo(
              new Outcome.NotLanded(
                  401, "Slack answered 200: token_revoked", Optional.empty(), false));
    }
  }

  @Test
  void an_answer_that_does_not_say_whether_it_is_ok_is_unreadable() {
    try (var slack = with(request -> Reply.json(200, "{\"ts\":\"1.000001\"}"))) {
      assertThat(slack.send("postMessage", MESSAGE)).isInstanceOf(Outcome.Unknown.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"is_archived\":true}', Refused",
    "'{\"is_member\":false}', Refused",
    "'{\"is_im\":true}', Ready"
  })
  void where_the_bot_could_not_look_for_its_message_it_does_not_write(
      String channel, String preparation) {
    try (var slack =
        with(request -> Reply.json(200, "{\"ok\":true,\"channel\":%s}".formatted(channel)))) {
      assertThat(slack.prepare("postMessage", MESSAGE).getClass().getSimpleName())
          .isEqualTo(preparation);
    }
  }

  @Test
  void a_token_that_may_not_ask_about_channels_may_still_write() {
    try (var slack = with(request -> Channel.error("missing_scope"))) {
      assertThat(slack.prepare("postMessage", MESSAGE)).isInstanceOf(Preparation.Ready.class);
    }
  }

  @Test
  void a_search_that_may_not_read_the_channel_proves_nothing() {
    try (var slack = with(request -> Channel.error("not_in_channel"))) {
      assertThat(slack.lookUp("postMessage", MESSAGE, NullNode.getInstance()))
          .isInstanceOf(Finding.Inconclusive.class);
    }
  }

  @Test
  void a_message_of_the_bots_whose_metadata_is_not_shown_may_be_the_one() {
    var page =
        """
        {"ok": true, "has_more": false, "messages": [
          {"type": "message", "user": "U2", "text": "tea", "ts": "1795000001.000002"},
          {"type": "message", "user": "%s", "text": "tea", "ts": "1795000001.000001"}]}""";
    try (var slack = with(request -> Reply.json(200, page.formatted("U1")))) {
      assertThat(slack.lookUp("postMessage", MESSAGE, NullNode.getInstance()))
          .isInstanceOf(Finding.Inconclusive.class);
    }
    try (var slack = with(request -> Reply.json(200, page.formatted("U3")))) {
      assertThat(slack.lookUp("postMessage", MESSAGE, NullNode.getInstance()))
          .isInstanceOf(Finding.Absent.class);
    }
  }

  @Test
  void a_reply_is_looked_for_in_its_thread() {
    try (var slack =
        with(request -> Reply.json(200, "{\"ok\":true,\"messages\":[],\"has_more\":false}"))) {
      var reply = MESSAGE.<ObjectNode>deepCopy().put("thread_ts", "1795000000.000001");
      assertThat(slack.lookUp("postMessage", reply, NullNode.getInstance()))
          .isInstanceOf(Finding.Absent.class);
      var asked = slack.platform().journal().getFirst();
      assertThat(asked.path()).isEqualTo("/api/conversations.replies");
      assertThat(asked.parameter("ts")).isEqualTo("1795000000.000001");
      assertThat(asked.parameter("oldest"))
          .isEqualTo(Long.toString(Subject.NOW.getEpochSecond() - 10));
    }
  }

  @Test
  void a_message_that_is_gone_is_not_replaced() {
    try (var slack = with(request -> Channel.error("thread_not_found"))) {
      var update = MESSAGE.<ObjectNode>deepCopy().put("ts", "1.000001");
      assertThat(slack.prepare("updateMessage", update))
          .isEqualTo(new Preparation.Refused(404, "Slack answered 200: thread_not_found", false));
    }
  }

  @Test
  void conversations_messages_and_members_are_read() {
    var answers =
        Map.of(
            "/api/conversations.list",
            "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"general\",\"is_member\":true}],"
                + "\"response_metadata\":{\"next_cursor\":\"dGVhbQ==\"}}",
            "/api/conversations.history",
            "{\"ok\":true,\"messages\":[{\"ts\":\"1.000001\",\"text\":\"a\",\"reply_count\":2}]}",
            "/api/users.info",
            "{\"ok\":true,\"user\":{\"id\":\"U1\",\"name\":\"ada\",\"tz\":\"Etc/UTC\"}}",
            "/api/conversations.open",
            "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}",
            "/api/conversations.close",
            "{\"ok\":true,\"no_op\":true,\"already_closed\":true}",
            "/api/chat.getPermalink",
            "{\"ok\":true,\"permalink\":\"https://a.slack.com/archives/C1/p1000001\"}");
    try (var slack = with(request -> Reply.json(200, answers.getOrDefault(request.path(), "{}")))) {
      assertThat(output(slack.send("conversations", Json.object())).toString())
          .contains("\"general\"", "\"next_cursor\":\"dGVhbQ==\"");
      var channel = Json.object().put("channel", "C1");
      assertThat(output(slack.send("history", channel)).at("/messages/0/reply_count").asInt())
          .isEqualTo(2);
      assertThat(output(slack.send("user", Json.object().put("user", "U1"))).path("name").asText())
          .isEqualTo("ada");
      var people = Json.object();
      people.putArray("users").add("U1").add("U2");
      assertThat(output(slack.send("openConversation", people)).path("channel").asText())
          .isEqualTo("D1");
      assertThat(slack.send("closeConversation", Json.object().put("channel", "D1")))
          .isInstanceOf(Outcome.Landed.class);
      assertThat(output(slack.send("permalink", channel.put("ts", "1.000001"))).toString())
          .contains("p1000001");
    }
  }

  private static JsonNode output(Outcome outcome) {
    return ((Outcome.Landed) outcome).output();
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(
        SlackConnector::new, Json.object().put("bot_token", Channel.TOKEN), "T1:U1", behaviour);
  }
}
