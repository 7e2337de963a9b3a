package io.ganglion.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class XSimulatorTest {
  @Inject LabBench lab;
  private TenantId tenant;
  private Visitor x;

  @BeforeEach
  void open_an_account() {
    tenant = lab.tenant();
    x = lab.visitor(tenant, Platform.X);
  }

  @Test
  void a_post_is_answered_shown_and_journalled_once() {
    var seen = x.post("/2/tweets", text("hello"));

    assertThat(seen.status()).isEqualTo(201);
    var id = seen.body().at("/data/id").asText();
    assertThat(id).matches("[0-9]{1,19}");
    assertThat(seen.body().at("/data/text").asText()).isEqualTo("hello");
    assertThat(x.get("/2/tweets/" + id).body().at("/data/text").asText()).isEqualTo("hello");
    assertThat(lab.entries(tenant))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo("post.created");
              assertThat(entry.reference()).isEqualTo(id);
              assertThat(entry.account()).isEqualTo(x.account().account());
            });
  }

  @Test
  void equal_text_is_refused_without_the_existing_id() {
    x.post("/2/tweets", text("twice"));
    var second = x.post("/2/tweets", text("twice"));

    assertThat(second.status()).isEqualTo(403);
    assertThat(second.body())
        .isEqualTo(
            Json.read(
                """
                {"detail":"You are not allowed to create a Tweet with duplicate content.",
                 "type":"about:blank","title":"Forbidden","status":403}"""));
    assertThat(lab.happened(tenant)).containsExactly("post.created");
  }

  @Test
  void equal_text_is_welcome_again_after_a_delete() {
    var id = x.post("/2/tweets", text("again")).body().at("/data/id").asText();
    assertThat(x.delete("/2/tweets/" + id).body().at("/data/deleted").asBoolean()).isTrue();
    assertThat(x.delete("/2/tweets/" + id).status()).isEqualTo(404);
    assertThat(x.post("/2/tweets", text("again")).status()).isEqualTo(201);
    assertThat(lab.happened(tenant))
        .containsExactly("post.created", "post.deleted", "post.created");
  }

  @Test
  void two_hundred_and_eighty_weighted_characters_are_the_limit() {
    assertThat(x.post("/2/tweets", text("a".repeat(280))).status()).isEqualTo(201);
    assertThat(x.post("/2/tweets", text("a".repeat(281))).status()).isEqualTo(403);
    assertThat(x.post("/2/tweets", text("語".repeat(141))).status()).isEqualTo(403);
    assertThat(x.post("/2/tweets", text("https://example.com/" + "a".repeat(300))).status())
        .isEqualTo(201);
    assertThat(x.post("/2/tweets", text("")).status()).isEqualTo(400);
  }

  @Test
  void the_timeline_is_read_page_by_page_newest_first() {
    for (int i = 0; i < 7; i++) {
      x.post("/2/tweets", text("post " + i));
    }
    var path = "/2/users/%s/tweets?max_results=5&tweet.fields=created_at".formatted(account());
    var first = x.get(path).body();
    assertThat(first.at("/meta/result_count").asInt()).isEqualTo(5);
    assertThat(first.at("/data/0/text").asText()).isEqualTo("post 6");
    assertThat(first.at("/data/0/created_at").asText()).endsWith(".000Z");

    var token = first.at("/meta/next_token").asText();
    var second = x.get(path + "&pagination_token=" + token).body();
    assertThat(second.path("data").findValuesAsText("text")).containsExactly("post 1", "post 0");
    assertThat(second.at("/meta").has("next_token")).isFalse();
  }

  @Test
  void the_timeline_starts_where_it_is_asked_to() {
    x.post("/2/tweets", text("old"));
    var path = "/2/users/%s/tweets?start_time=".formatted(account());
    assertThat(x.get(path + "2199-01-01T00:00:00Z").body())
        .isEqualTo(Json.read("{\"meta\":{\"result_count\":0}}"));
    assertThat(x.get(path + "2020-01-01T00:00:00Z").body().at("/meta/result_count").asInt())
        .isEqualTo(1);
  }

  @Test
  void it_knows_the_account_and_says_how_many_calls_are_left() {
    var me = x.get("/2/users/me");
    assertThat(me.body().at("/data/id").asText()).isEqualTo(account());
    int left = Integer.parseInt(me.header("x-rate-limit-remaining"));
    assertThat(Integer.parseInt(x.get("/2/users/me").header("x-rate-limit-remaining")))
        .isEqualTo(left - 1);
    assertThat(Long.parseLong(me.header("x-rate-limit-reset"))).isPositive();
  }

  @Test
  void a_wrong_secret_is_refused() {
    var token = x.credential("access_token");
    var wrong = token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");
    var seen = x.with("access_token", wrong).get("/2/users/me");
    assertThat(seen.status()).isEqualTo(401);
    assertThat(seen.body().path("title").asText()).isEqualTo("Unauthorized");
    assertThat(x.with("access_token", "anything").get("/2/users/me").status()).isEqualTo(401);
  }

  @Test
  void a_picture_is_shown_by_the_post_that_names_it() {
    var picture =
        Json.object()
            .put("media", "aGVsbG8=")
            .put("media_category", "tweet_image")
            .put("media_type", "image/png");
    var uploaded = x.post("/2/media/upload", picture).body().at("/data/id").asText();
    var post = Json.object().put("text", "look");
    post.putObject("media").putArray("media_ids").add(uploaded);
    var id = x.post("/2/tweets", post).body().at("/data/id").asText();
    var shown = x.get("/2/tweets/" + id + "?tweet.fields=entities,attachments").body().at("/data");
    assertThat(shown.path("text").asText()).startsWith("look https://t.co/");
    assertThat(shown.at("/attachments/media_keys/0").asText()).isEqualTo("3_" + uploaded);
    assertThat(shown.at("/entities/urls/0/media_key").asText()).isEqualTo("3_" + uploaded);
    post.put("text", "other").putObject("media").putArray("media_ids").add("404");
    assertThat(x.post("/2/tweets", post).status()).isEqualTo(400);
  }

  @Test
  void a_post_that_names_an_account_is_among_its_mentions() {
    var name = x.get("/2/users/me").body().at("/data/username").asText();
    var author = lab.visitor(tenant, Platform.X);
    var mentions = "/2/users/" + account() + "/mentions?tweet.fields=author_id";
    assertThat(x.get(mentions).body().at("/meta/result_count").asInt()).isZero();
    var first = author.post("/2/tweets", text("hello @" + name)).body().at("/data/id").asText();
    author.post("/2/tweets", text("hello again @" + name));
    var all = x.get(mentions).body();
    assertThat(all.at("/meta/result_count").asInt()).isEqualTo(2);
    assertThat(all.at("/data/0/author_id").asText()).isEqualTo(author.account().account());
    assertThat(x.get(mentions + "&since_id=" + first).body().path("data")).hasSize(1);
    assertThat(author.get(mentions).body().path("errors")).hasSize(1);
  }

  private String account() {
    return x.account().account();
  }

  private static JsonNode text(String text) {
    return Json.object().put("text", text);
  }
}
