package io.ganglion.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Listener;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.connector.Waiting;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Comments and mentions, which Instagram shows newest first and without numbers that grow. */
@Tag("connectors")
class InstagramPollsTest {
  private static final ObjectNode MEDIUM = Json.object().put("id", "180");
  private static final Instant LONG_AGO = Subject.NOW.minus(Duration.ofDays(2));

  /** Newest first. */
  private final List<ObjectNode> list = new ArrayList<>();

  private boolean forgetsPlaces;
  private int made;
  private final Rehearsal instagram =
      new Rehearsal(
          (egress, clock) ->
              new InstagramConnector(
                  egress, clock, new Waiting(Duration.ofMillis(1), Duration.ofMillis(2))),
          Json.object().put("access_token", "instagram-token"),
          "17841",
          this::answer);

  @AfterEach
  void close() {
    instagram.close();
  }

  private Reply answer(Request request) {
    return switch (request.path()) {
      case "/180/comments", "/17841/tags" -> page(request);
      default -> error(33);
    };
  }

  private Reply page(Request request) {
    var after = request.parameter("after");
    if (!after.isEmpty() && forgetsPlaces) {
      forgetsPlaces = false;
      return error(100);
    }
    int from = 0;
    while (!after.isEmpty() && !list.get(from++).path("id").asText().equals(after)) {
      assertThat(from).isLessThan(list.size());
    }
    var part = list.subList(from, Math.min(list.size(), from + 50));
    var body = Json.object();
    body.putArray("data").addAll(part);
    if (!part.isEmpty()) {
      var paging = body.putObject("paging");
      paging.putObject("cursors").put("after", part.getLast().path("id").asText());
      if (from + part.size() < list.size()) {
        paging.put("next", "https://graph.instagram.com/next");
      }
    }
    return Reply.json(200, body);
  }

  private static Reply error(int code) {
    var error = Json.object().put("message", "no").put("code", code);
    return Reply.json(400, Json.object().set("error", error));
  }

  private String says(Instant at) {
    var id = "c" + (1_000 - made++); // identifiers say nothing of the time
    var time = at.toString().replaceAll("([.][0-9]+)?Z$", "+0000");
    list.addFirst(Json.object().put("id", id).put("text", "hello").put("timestamp", time));
    return id;
  }

  private Listener listens(String poll, ObjectNode arguments) {
    return new Listener(instagram, poll, arguments, Json.object());
  }

  @Test
  void comments_from_now_on_are_told_once_though_two_are_of_one_second() {
    says(LONG_AGO);
    var comments = listens("comments", MEDIUM).reads();
    assertThat(comments.told()).isEmpty();
    var first = says(LONG_AGO.plusSeconds(5));
    comments.reads();
    var second = says(LONG_AGO.plusSeconds(5)); // of the same second, after it was read
    comments.reads().reads();
    assertThat(comments.ids()).containsExactly(first, second);
    assertThat(comments.told().getFirst().at()).contains(LONG_AGO.plusSeconds(5));
  }

  @Test
  void a_backlog_is_read_page_by_page_and_anew_when_the_place_is_no_more() {
    var mentions =
        new Listener(
            instagram, "mentions", Json.object(), Json.object().put("from", LONG_AGO.toString()));
    for (int i = 1; i <= 170; i++) {
      says(LONG_AGO.plusSeconds(i));
    }
    forgetsPlaces = true;
    mentions.reads();
    assertThat(mentions.told()).hasSize(170);
    assertThat(mentions.ids()).doesNotHaveDuplicates();
  }

  @Test
  void one_that_is_deleted_between_two_polls_moves_nothing() {
    var comments = listens("comments", MEDIUM).reads();
    says(LONG_AGO.plusSeconds(1));
    comments.reads();
    list.clear();
    var next = says(LONG_AGO.plusSeconds(2));
    assertThat(comments.reads().ids()).hasSize(2).endsWith(next);
  }

  @Test
  void a_medium_that_is_no_more_is_a_failure_and_no_end() {
    var gone = listens("comments", Json.object().put("id", "181"));
    assertThat(gone.fails()).isInstanceOf(Polled.Failed.class);
  }
}
