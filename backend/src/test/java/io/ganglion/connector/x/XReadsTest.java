package io.ganglion.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Rehearsal;
import io.ganglion.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What X answers to reads and uploads, as its documentation has it. */
@Tag("connectors")
class XReadsTest {
  private static final String POST =
      """
      {"id": "12", "text": "hello @ganglion", "author_id": "7", "created_at": "2026-11-22T12:00:00.000Z",
       "edit_history_tweet_ids": ["12"]}""";

  private final Rehearsal x =
      new Rehearsal(
          XConnector::new, Json.object().put("access_token", "a-token"), "4242", XReadsTest::on);

  @AfterEach
  void close() {
    x.close();
  }

  private static Reply on(Request request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /2/tweets/12" -> json("{\"data\": %s}".formatted(POST));
      case "GET /2/tweets/13" ->
          json(
              """
              {"errors": [{"value": "13", "detail": "Could not find tweet with id: [13].",
                "title": "Not Found Error", "resource_type": "tweet"}]}""");
      case "GET /2/users/7/tweets", "GET /2/users/4242/mentions", "GET /2/users/4242/tweets" ->
          json("{\"data\": [%s], \"meta\": {\"result_count\": 1}}".formatted(POST));
      case "POST /2/media/upload" ->
          json(
              "{\"data\": {\"id\": \"99\", \"media_key\": \"3_99\", \"expires_after_secs\": 86400}}");
      default -> Reply.json(404, "{}");
    };
  }

  private static Reply json(String body) {
    return Reply.json(200, body);
  }

  @Test
  void one_post_is_shown() {
    var post = (Outcome.Landed) x.send("getPost", Json.object().put("id", "12"));
    assertThat(post.output().path("text").asText()).isEqualTo("hello @ganglion");
    assertThat(post.output().path("author_id").asText()).isEqualTo("7");
  }

  @Test
  void a_post_that_x_does_not_show_is_a_refusal_not_a_riddle() {
    assertThat(x.send("getPost", Json.object().put("id", "13")))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.status()).isEqualTo(404));
  }

  @Test
  void posts_and_mentions_are_asked_for_since_the_last_that_was_seen() {
    var arguments = Json.object().put("since_id", "11").put("max_results", 5);
    var mentions = (Outcome.Landed) x.send("mentions", arguments);
    assertThat(mentions.output().at("/posts/0/id").asText()).isEqualTo("12");
    x.send("userPosts", arguments.deepCopy().put("user_id", "7"));
    assertThat(x.platform().journal())
        .extracting(Request::path)
        .containsExactly("/2/users/4242/mentions", "/2/users/7/tweets");
    assertThat(x.platform().journal())
        .allMatch(
            request ->
                request.parameter("since_id").equals("11")
                    && request.parameter("max_results").equals("5"));
  }

  @Test
  void a_picture_is_uploaded_for_a_post() {
    var arguments = Json.object().put("data", "aGVsbG8=").put("media_type", "image/png");
    var uploaded = (Outcome.Landed) x.send("uploadMedia", arguments);
    assertThat(uploaded.output().path("id").asText()).isEqualTo("99");
    var sent = Json.read(x.platform().journal().getFirst().body());
    assertThat(sent.path("media").asText()).isEqualTo("aGVsbG8=");
    assertThat(sent.path("media_category").asText()).isEqualTo("tweet_image");
  }
}
