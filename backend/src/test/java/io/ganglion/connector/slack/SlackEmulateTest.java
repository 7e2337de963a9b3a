package io.ganglion.connector.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.AtPeer;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RealPeer;
import io.ganglion.kernel.Json;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a Slack that somebody else wrote, which keeps channels, messages and scopes. */
@Tag("connectors")
@Tag("long")
class SlackEmulateTest {
  @RegisterExtension static final RealPeer PEER = new RealPeer("emulate");

  private static final String TOKEN = "xoxb-of-a-test";

  private final AtPeer slack = with(TOKEN);
  private String channel = "";

  @BeforeEach
  void find_a_channel() {
    slack.signIn();
    channel = slack.output("conversations", Json.object()).at("/conversations/0/id").asText();
    assertThat(channel).startsWith("C");
    var join =
        slack
            .call("POST", "/api/conversations.join")
            .json(Json.object().put("channel", channel))
            .bearer(TOKEN);
    assertThat(slack.ask(join).path("ok").asBoolean()).isTrue();
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private static AtPeer with(String token) {
    return new AtPeer(
        PEER,
        egress -> new SlackConnector(egress, Clock.systemUTC()),
        Json.object().put("bot_token", token),
        "");
  }

  private ObjectNode message(String text) {
    return Json.object().put("channel", channel).put("text", text);
  }

  @Test
  void the_bot_and_its_workspace_are_known() {
    assertThat(slack.whoami())
        .isInstanceOfSatisfying(
            Connector.Whoami.Known.class,
            known -> assertThat(known.principal()).startsWith("T").contains(":U"));
  }

  @Test
  void a_message_is_found_by_its_key_and_taken_back() {
    var act = slack.prepared("postMessage", message("tea at four"));
    var posted = slack.landed(act);
    assertThat(slack.lookUp(act))
        .isInstanceOfSatisfying(
            Finding.Found.class,
            found -> assertThat(found.landed().reference()).isEqualTo(posted.reference()));
    slack.landed(slack.undo(act, posted));
    assertThat(slack.lookUp(act)).isNotInstanceOf(Finding.Found.class);
  }

  @Test
  void a_message_that_was_never_sent_is_not_found() {
    assertThat(slack.lookUp(slack.prepared("postMessage", message("never"))))
        .isNotInstanceOf(Finding.Found.class);
  }

  @Test
  void a_reaction_is_there_once_however_often_it_is_put() {
    var posted = slack.landed(slack.prepared("postMessage", message("a toast")));
    var reaction =
        Json.object()
            .put("channel", channel)
            .put("ts", posted.output().path("ts").asText())
            .put("name", "tea");
    var act = slack.prepared("addReaction", reaction);
    slack.landed(act);
    slack.landed(act);
    slack.landed(slack.undo(act, slack.landed(act)));
  }

  @Test
  void a_token_without_the_scope_is_refused_and_nothing_is_in_doubt() {
    try (var weak = with("xoxb-that-may-not")) {
      assertThat(weak.send("postMessage", message("may I?"))).isInstanceOf(Outcome.NotLanded.class);
    }
  }
}
