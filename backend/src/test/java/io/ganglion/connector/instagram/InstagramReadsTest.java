package io.ganglion.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Waiting;
import io.ganglion.kernel.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Instagram answers to reads, as its documentation has it. */
@Tag("connectors")
class InstagramReadsTest {
  private final Rehearsal instagram =
      new Rehearsal(
          (egress, clock) ->
              new InstagramConnector(
                  egress, clock, new Waiting(Duration.ofMillis(1), Duration.ofMillis(50))),
          Json.object().put("access_token", "a-token"),
          "4242",
          InstagramReadsTest::on);

  @AfterEach
  void close() {
    instagram.close();
  }

  private static Reply on(Request request) {
    return switch (request.path()) {
      case "/m1" -> Reply.json(200, "{\"id\": \"m1\", \"caption\": \"tea\"}");
      case "/m1/comments" ->
          Reply.json(
              200, "{\"data\": [{\"id\": \"c1\", \"text\": \"nice\", \"username\": \"bob\"}]}");
      case "/m1/insights" ->
          Reply.json(
              200,
              """
              {"data": [{"name": "likes", "period": "lifetime", "values": [{"value": 12}], "id": "m1/insights/likes"}]}""");
      case "/4242/content_publishing_limit" ->
          Reply.json(
              200,
              "{\"data\": [{\"quota_usage\": 3, \"config\": {\"quota_total\": 50, \"quota_duration\": 86400}}]}");
      default ->
          Reply.json(
              400,
              "{\"error\": {\"message\": \"Object does not exist\", \"code\": 100, \"error_subcode\": 33}}");
    };
  }

  private JsonNode output(String action, JsonNode arguments) {
    return ((Outcome.Landed) instagram.send(action, arguments)).output();
  }

  private static JsonNode medium() {
    return Json.object().put("id", "m1");
  }

  @Test
  void a_medium_its_comments_and_its_numbers_are_shown() {
    assertThat(output("medium", medium()).path("caption").asText()).isEqualTo("tea");
    assertThat(output("comments", medium()).at("/comments/0/username").asText()).isEqualTo("bob");
    assertThat(output("insights", medium()).at("/metrics/likes").asInt()).isEqualTo(12);
    assertThat(instagram.platform().journal().getLast().parameter("metric"))
        .isEqualTo("reach,likes,comments,saved,shares");
  }

  @Test
  void the_publishing_quota_is_the_accounts_own() {
    var limit = output("publishingLimit", Json.object());
    assertThat(limit.path("used").asInt()).isEqualTo(3);
    assertThat(limit.path("total").asInt()).isEqualTo(50);
    assertThat(limit.path("duration_s").asInt()).isEqualTo(86_400);
  }

  @Test
  void what_is_not_there_is_refused() {
    assertThat(instagram.send("comments", Json.object().put("id", "m2")))
        .isInstanceOf(Outcome.NotLanded.class);
  }
}
