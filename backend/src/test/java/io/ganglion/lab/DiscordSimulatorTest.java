package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

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
class DiscordSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor discord;
  private String guild = "";
  private String general = "";

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    discord = lab.visitor(tenant, Platform.DISCORD);
    guild = discord.get("/api/v10/users/@me/guilds").body().at("/0/id").asText();
    general = channel("general");
  }

  @Test
  void a_message_is_answered_shown_without_its_nonce_and_journalled_once() {
    var made = discord.post(messages(general), message("hello", "n1"));
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.body().path("nonce").asText()).isEqualTo("n1");
    var shown = discord.get(messages(general)).body();
    assertThat(shown.at("/0/content").asText()).isEqualTo("hello");
    assertThat(shown.at("/0/author/id").asText()).isEqualTo(discord.account().account());
    assertThat(shown.at("/0").has("nonce")).isFalse();
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("message.created");
              assertThat(entry.payload().path("nonce").asText()).isEqualTo("n1");
            });
  }

  @Test
  void an_enforced_nonce_makes_no_second_message_and_one_that_is_not_does() {
    var first = id(discord.post(messages(general), message("once", "n1")));
    assertThat(id(discord.post(messages(general), message("once", "n1")))).isEqualTo(first);
    discord.post(messages(general), message("once", "n1").put("enforce_nonce", false));
    assertThat(lab.happened(tenant)).containsExactly("message.created", "message.created");
  }

  @Test
  void a_nonce_whose_message_was_deleted_makes_none_again() {
    var id = id(discord.post(messages(general), message("gone", "n1")));
    assertThat(discord.delete(messages(general) + "/" + id).status()).isEqualTo(204);
    assertThat(code(discord.post(messages(general), message("gone", "n1")))).isEqualTo(10008);
    assertThat(code(discord.delete(messages(general) + "/" + id))).isEqualTo(10008);
    assertThat(lab.happened(tenant)).containsExactly("message.created", "message.deleted");
  }

  @Test
  void errors_have_discords_codes() {
    assertThat(code(discord.post(messages("1"), message("a", "n1")))).isEqualTo(10003);
    assertThat(code(discord.post(messages(channel("news")), message("a", "n1")))).isEqualTo(50013);
    assertThat(code(discord.post(messages(general), message(" ", "n1")))).isEqualTo(50006);
    assertThat(code(discord.post(messages(general), message("a".repeat(2_001), "n1"))))
        .isEqualTo(50035);
    assertThat(code(discord.post(messages(general), message("a", "n".repeat(26)))))
        .isEqualTo(50035);
    assertThat(discord.with("bot_token", "nobody").get("/api/v10/users/@me").status())
        .isEqualTo(401);
    assertThat(lab.happened(tenant)).isEmpty();
  }

  @Test
  void who_may_not_read_the_history_is_shown_an_empty_one() {
    var vault = channel("vault");
    discord.post(messages(vault), message("secret", "n1"));
    assertThat(discord.get(messages(vault)).body()).isEmpty();
    assertThat(discord.get("/api/v10/channels/" + vault).body().path("last_message_id").isTextual())
        .isTrue();
  }

  @Test
  void messages_after_one_are_read_from_the_oldest_on() {
    for (int i = 0; i < 5; i++) {
      discord.post(messages(general), message("m" + i, "n" + i));
    }
    var all = discord.get(messages(general)).body();
    assertThat(all.findValuesAsText("content")).containsExactly("m4", "m3", "m2", "m1", "m0");
    var oldest = all.at("/4/id").asText();
    assertThat(
            discord
                .get(messages(general) + "?limit=2&after=" + oldest)
                .body()
                .findValuesAsText("content"))
        .containsExactly("m2", "m1");
    assertThat(
            discord
                .get(messages(general) + "?limit=2&before=" + all.at("/0/id").asText())
                .body()
                .findValuesAsText("content"))
        .containsExactly("m3", "m2");
  }

  @Test
  void a_message_is_edited_and_reacted_to() {
    var at = messages(general) + "/" + id(discord.post(messages(general), message("old", "n1")));
    discord.patch(at, Json.object().put("content", "new"));
    assertThat(discord.get(at).body().path("content").asText()).isEqualTo("new");
    var tea = at + "/reactions/%F0%9F%8D%B5/@me";
    assertThat(discord.put(tea).status()).isEqualTo(204);
    assertThat(discord.put(tea).status()).isEqualTo(204);
    assertThat(discord.delete(tea).status()).isEqualTo(204);
    assertThat(lab.happened(tenant))
        .containsExactly("message.created", "message.edited", "reaction.added", "reaction.removed");
  }

  @Test
  void a_message_has_at_most_one_thread_which_has_its_identifier() {
    var id = id(discord.post(messages(general), message("topic", "n1")));
    var threads = messages(general) + "/" + id + "/threads";
    var made = discord.post(threads, Json.object().put("name", "tea"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(id(made)).isEqualTo(id);
    assertThat(code(discord.post(threads, Json.object().put("name", "tea")))).isEqualTo(160004);
    assertThat(discord.post(messages(id), message("inside", "n2")).status()).isEqualTo(200);
    assertThat(discord.delete("/api/v10/channels/" + id).status()).isEqualTo(200);
    assertThat(code(discord.get("/api/v10/channels/" + id))).isEqualTo(10003);
    assertThat(lab.happened(tenant))
        .containsExactly("message.created", "thread.created", "message.created", "thread.deleted");
  }

  @Test
  void a_limit_says_when_to_come_back() {
    lab.faults()
        .program(
            tenant,
            Fault.Program.next(Platform.DISCORD, "POST", "/api/", FaultKind.RATE_LIMIT, 1)
                .delayed(java.time.Duration.ofMillis(2_500)));
    var seen = discord.post(messages(general), message("soon", "n1"));
    assertThat(seen.status()).isEqualTo(429);
    assertThat(seen.header("Retry-After")).isEqualTo("3");
    assertThat(seen.body().path("retry_after").asDouble()).isEqualTo(2.5);
    assertThat(discord.get("/api/v10/users/@me").header("X-RateLimit-Remaining")).isNotEmpty();
  }

  @Test
  void people_are_known_and_written_to_directly() {
    assertThat(discord.get("/api/v10/users/100").body().path("username").asText()).isEqualTo("ada");
    var ada = Json.object().put("recipient_id", "100");
    var direct = id(discord.post("/api/v10/users/@me/channels", ada));
    assertThat(id(discord.post("/api/v10/users/@me/channels", ada))).isEqualTo(direct);
    assertThat(discord.post(messages(direct), message("hi", "n1")).status()).isEqualTo(200);
    assertThat(discord.delete("/api/v10/channels/" + direct).status()).isEqualTo(200);
    assertThat(code(discord.delete("/api/v10/channels/" + direct))).isEqualTo(10003);
    assertThat(lab.happened(tenant))
        .containsExactly("conversation.opened", "message.created", "conversation.closed");
  }

  private static String messages(String channel) {
    return "/api/v10/channels/%s/messages".formatted(channel);
  }

  private static ObjectNode message(String content, String nonce) {
    return Json.object().put("content", content).put("nonce", nonce).put("enforce_nonce", true);
  }

  private String channel(String name) {
    for (var channel : discord.get("/api/v10/guilds/%s/channels".formatted(guild)).body()) {
      if (channel.path("name").asText().equals(name)) {
        return channel.path("id").asText();
      }
    }
    throw new AssertionError("no channel " + name);
  }

  private static String id(Visitor.Seen seen) {
    return seen.body().path("id").asText();
  }

  private static int code(Visitor.Seen seen) {
    return seen.body().path("code").asInt();
  }
}
