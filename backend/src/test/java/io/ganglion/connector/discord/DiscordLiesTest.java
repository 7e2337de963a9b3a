package io.ganglion.connector.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class DiscordLiesTest {
  private static final JsonNode MESSAGE =
      Json.object().put("channel_id", "500").put("content", "tea");

  @Test
  void who_may_not_read_the_history_is_shown_none_and_that_proves_nothing() {
    try (var discord =
        with(
            request ->
                request.path().endsWith("/messages")
                    ? Reply.json(200, "[]")
                    : Reply.json(200, "{\"id\":\"500\",\"last_message_id\":\"900\"}"))) {
      assertThat(lookUp(discord)).isInstanceOf(Finding.Inconclusive.class);
    }
  }

  @Test
  void a_channel_that_never_had_a_message_has_not_ours_either() {
    try (var discord =
        with(
            request ->
                request.path().endsWith("/messages")
                    ? Reply.json(200, "[]")
                    : Reply.json(200, "{\"id\":\"500\",\"last_message_id\":null}"))) {
      assertThat(lookUp(discord)).isInstanceOf(Finding.Absent.class);
    }
  }

  @Test
  void two_messages_of_equal_text_prove_nothing() {
    try (var discord = with(request -> Reply.json(200, page(2)))) {
      assertThat(lookUp(discord)).isInstanceOf(Finding.Inconclusive.class);
    }
    try (var discord = with(request -> Reply.json(200, page(1)))) {
      assertThat(lookUp(discord)).isInstanceOf(Finding.Found.class);
    }
  }

  @Test
  void a_search_begins_after_the_message_that_stood_last_before_ours() {
    try (var discord = with(request -> Reply.json(200, page(1)))) {
      var handle = Json.object().put("after", "8100000000000000000");
      discord.lookUp("createMessage", MESSAGE, handle);
      assertThat(discord.platform().journal().getFirst().parameter("after"))
          .isEqualTo("8100000000000000000");
      discord.lookUp("createMessage", MESSAGE, Json.object().put("after", "1"));
      assertThat(discord.platform().journal().getLast().parameter("after"))
          .isEqualTo(Snowflake.at(Subject.NOW.minusSeconds(10)));
    }
  }

  @Test
  void a_limit_that_only_the_body_tells_is_heeded_to_the_millisecond() {
    try (var discord =
        with(
            request ->
                Reply.json(
                    429, "{\"message\":\"You are being rate limited.\",\"retry_after\":1.337}"))) {
      assertThat(discord.send("createMessage", MESSAGE))
          .isEqualTo(
              new Outcome.NotLanded(
                  429,
                  "Discord answered 429: You are being rate limited.",
                  Optional.of(Subject.NOW.plusMillis(1337)),
                  true));
    }
  }

  @Test
  void a_message_pings_nobody_unless_it_is_said_and_carries_an_enforced_nonce() {
    try (var discord =
        with(request -> Reply.json(200, "{\"id\":\"901\",\"channel_id\":\"500\"}"))) {
      var landed =
          (Outcome.Landed) discord.send("createMessage", MESSAGE, Json.object().put("guild", "7"));
      assertThat(landed.url()).contains(URI.create("https://discord.com/channels/7/500/901"));
      var sent = Json.read(discord.platform().journal().getFirst().body());
      assertThat(sent.path("nonce").asText()).matches("[0-9a-z]{25}");
      assertThat(sent.path("enforce_nonce").asBoolean()).isTrue();
      assertThat(sent.at("/allowed_mentions/parse").isArray()).isTrue();
      assertThat(sent.has("channel_id")).isFalse();
    }
  }

  @Test
  void embeds_that_are_too_long_together_are_refused_beforehand() {
    try (var discord = with(request -> Reply.json(200, "{\"id\":\"500\"}"))) {
      var long_ = MESSAGE.<ObjectNode>deepCopy();
      long_.putArray("embeds").addObject().put("title", "a").put("description", "b".repeat(6_000));
      assertThat(discord.prepare("createMessage", long_))
          .isEqualTo(
              new Preparation.Refused(
                  400, "the embeds have 6001 characters; Discord takes 6000", false));
      assertThat(discord.platform().journal()).isEmpty();
    }
  }

  @Test
  void somebody_elses_message_is_not_replaced() {
    try (var discord =
        with(request -> Reply.json(200, "{\"id\":\"901\",\"author\":{\"id\":\"43\"}}"))) {
      var edit = MESSAGE.<ObjectNode>deepCopy().put("message_id", "901");
      assertThat(discord.prepare("editMessage", edit)).isInstanceOf(Preparation.Refused.class);
    }
  }

  @Test
  void servers_channels_messages_and_users_are_read() {
    try (var discord =
        with(
            request ->
                switch (request.path().substring("/api/v10".length())) {
                  case "/guilds/7" ->
                      Reply.json(
                          200, "{\"id\":\"7\",\"name\":\"lab\",\"approximate_member_count\":3}");
                  case "/guilds/7/channels" ->
                      Reply.json(200, "[{\"id\":\"500\",\"type\":0,\"name\":\"general\"}]");
                  case "/channels/500/messages" ->
                      Reply.json(
                          200,
                          "[{\"id\":\"900\",\"content\":\"hi\",\"author\":{\"id\":\"1\",\"username\":\"ada\"}}]");
                  case "/users/1" -> Reply.json(200, "{\"id\":\"1\",\"username\":\"ada\"}");
                  case "/users/@me/channels" -> Reply.json(200, "{\"id\":\"600\",\"type\":1}");
                  default -> Server.error(404, 0, "404: Not Found");
                })) {
      var guild = Json.object().put("guild_id", "7");
      assertThat(output(discord.send("guild", guild)).path("members").asInt()).isEqualTo(3);
      assertThat(output(discord.send("channels", guild)).at("/channels/0/name").asText())
          .isEqualTo("general");
      var channel = Json.object().put("channel_id", "500");
      assertThat(output(discord.send("messages", channel)).at("/messages/0/author").asText())
          .isEqualTo("ada");
      var ada = Json.object().put("user_id", "1");
      assertThat(output(discord.send("user", ada)).path("username").asText()).isEqualTo("ada");
      assertThat(output(discord.send("openDirectMessage", ada)).path("channel_id").asText())
          .isEqualTo("600");
    }
  }

  private static ArrayNode page(int equal) {
    var page = Json.mapper().createArrayNode();
    for (int i = 0; i < equal; i++) {
      page.addObject()
          .put("id", "90" + i)
          .put("content", "tea")
          .putObject("author")
          .put("id", "42");
    }
    return page;
  }

  private static Finding lookUp(Rehearsal discord) {
    return discord.lookUp("createMessage", MESSAGE, Json.object().put("after", "1"));
  }

  private static JsonNode output(Outcome outcome) {
    return ((Outcome.Landed) outcome).output();
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(
        DiscordConnector::new, Json.object().put("bot_token", Server.TOKEN), "42", behaviour);
  }
}
