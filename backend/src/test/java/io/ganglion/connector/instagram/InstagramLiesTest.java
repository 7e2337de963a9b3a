package io.ganglion.connector.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Waiting;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("connectors")
class InstagramLiesTest {
  private static final JsonNode PHOTO =
      Json.object().put("image_url", "https://img.example/1.png").put("caption", "tea");
  private static final JsonNode HANDLE = Json.object().put("container_id", "c1");

  @ParameterizedTest
  @CsvSource({
    "400, -1, 2207051, Unknown", // the action was blocked, and the medium may be live
    "400, 2, 0, Unknown", // temporarily unavailable
    "400, 1, 0, Unknown",
    "500, 4, 0, Unknown",
    "400, 100, 33, NotLanded",
    "400, 4, 0, NotLanded", // application limit
    "400, 24, 2207027, NotLanded" // not ready yet
  })
  void a_refusal_is_judged_by_its_code(int status, int code, int subcode, String outcome) {
    try (var instagram = with(request -> error(status, code, subcode))) {
      assertThat(instagram.send("publishPhoto", PHOTO, HANDLE).getClass().getSimpleName())
          .isEqualTo(outcome);
    }
  }

  @Test
  void a_used_up_quota_refuses_before_anything_is_made() {
    try (var instagram =
        with(
            request ->
                Reply.json(
                    200, "{\"data\":[{\"quota_usage\":25,\"config\":{\"quota_total\":25}}]}"))) {
      assertThat(instagram.prepare("publishPhoto", PHOTO))
          .isEqualTo(
              new Preparation.Refused(
                  429, "Instagram's quota is used up: 25 of 25 posts in 24 hours", true));
      assertThat(instagram.platform().journal()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"ERROR, 422", "EXPIRED, 422", "IN_PROGRESS, 504"})
  void a_container_that_does_not_finish_refuses(String status, int code) {
    try (var instagram = with(container(status))) {
      assertThat(instagram.prepare("publishPhoto", PHOTO))
          .isInstanceOfSatisfying(
              Preparation.Refused.class, refused -> assertThat(refused.status()).isEqualTo(code));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FINISHED, Absent",
    "EXPIRED, Absent",
    "IN_PROGRESS, Inconclusive",
    "PUBLISHED, Found"
  })
  void a_look_up_believes_the_container(String status, String finding) {
    try (var instagram = with(container(status))) {
      assertThat(instagram.lookUp("publishPhoto", PHOTO, HANDLE).getClass().getSimpleName())
          .isEqualTo(finding);
    }
  }

  @Test
  void two_media_of_equal_caption_leave_the_container_as_reference() {
    var media = Json.object();
    var list = media.putArray("data");
    for (var id : new String[] {"m1", "m2"}) {
      list.addObject()
          .put("id", id)
          .put("caption", "tea")
          .put("timestamp", "2026-11-22T12:00:01+0000");
    }
    try (var instagram =
        with(
            request ->
                request.path().endsWith("/media")
                    ? Reply.json(200, media)
                    : container("PUBLISHED").on(request))) {
      assertThat(instagram.lookUp("publishPhoto", PHOTO, HANDLE))
          .isInstanceOfSatisfying(
              Finding.Found.class, found -> assertThat(found.landed().reference()).isEqualTo("c1"));
    }
  }

  @Test
  void media_are_listed() {
    try (var instagram =
        with(request -> Reply.json(200, "{\"data\":[{\"id\":\"m1\",\"caption\":\"a\"}]}"))) {
      var landed = (Outcome.Landed) instagram.send("recentMedia", Json.object());
      assertThat(landed.output().at("/media/0/id").asText()).isEqualTo("m1");
    }
  }

  private static Behaviour container(String status) {
    return request ->
        Reply.json(
            200,
            request.path().toLowerCase(Locale.ROOT).contains("limit")
                ? Json.object().putArray("data")
                : Json.object().put("id", "c1").put("status_code", status));
  }

  private static Rehearsal with(Behaviour behaviour) {
    var waiting = new Waiting(Duration.ofMillis(1), Duration.ofMillis(50));
    return new Rehearsal(
        (egress, clock) -> new InstagramConnector(egress, clock, waiting),
        Json.object().put("access_token", "ig-access-token"),
        "1784",
        behaviour);
  }

  private static Reply error(int status, int code, int subcode) {
    var error = Json.object().put("message", "no").put("code", code).put("error_subcode", subcode);
    return Reply.json(status, Json.object().set("error", error));
  }
}
