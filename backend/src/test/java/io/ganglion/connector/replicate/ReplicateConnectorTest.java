package io.ganglion.connector.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.Subject;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("connectors")
class ReplicateConnectorTest {
  private static final JsonNode PAINT =
      Json.read("{\"model\":\"laboratory/painter\",\"input\":{\"prompt\":\"tea\"}}");

  @Test
  void a_run_waits_until_the_prediction_is_over() {
    var statuses = new ArrayDeque<>(List.of("starting", "processing", "processing", "succeeded"));
    try (var replicate = with(request -> prediction(statuses.removeFirst()))) {
      assertThat(output(replicate.send("run", PAINT)).path("status").asText())
          .isEqualTo("succeeded");
      var first = replicate.platform().journal().getFirst();
      assertThat(first.path()).isEqualTo("/v1/models/laboratory/painter/predictions");
      assertThat(first.headers().get("prefer")).isEqualTo("wait=60");
      assertThat(Json.read(first.body())).isEqualTo(Json.read("{\"input\":{\"prompt\":\"tea\"}}"));
    }
  }

  @Test
  void a_look_that_fails_is_repeated() {
    var answers = new ArrayDeque<>(List.of(201, 503, 500, 200));
    try (var replicate =
        with(
            request -> {
              int status = answers.removeFirst();
              return status == 200
                  ? prediction("succeeded")
                  : Reply.json(status, "{\"id\":\"p1\",\"status\":\"starting\"}");
            })) {
      assertThat(replicate.send("run", PAINT)).isInstanceOf(Outcome.Landed.class);
    }
  }

  @Test
  void a_prediction_that_failed_made_nothing_and_says_why() {
    try (var replicate =
        with(
            request ->
                Reply.json(
                    201, "{\"id\":\"p1\",\"status\":\"failed\",\"error\":\"out of memory\"}"))) {
      assertThat(replicate.send("run", PAINT))
          .isEqualTo(
              new Outcome.NotLanded(
                  422, "Replicate: the model failed: out of memory", Optional.empty(), false));
    }
  }

  @Test
  void one_that_takes_too_long_is_stopped_before_that_is_said() {
    try (var replicate =
        new Rehearsal(
            (egress, clock) -> new ReplicateConnector(egress, clock, Duration.ofHours(1)),
            Json.object().put("api_token", "r8_token"),
            "user:ada",
            request -> prediction(request.path().endsWith("/cancel") ? "canceled" : "starting"))) {
      assertThat(replicate.send("run", PAINT))
          .isEqualTo(
              new Outcome.NotLanded(
                  409, "Replicate: the prediction is canceled", Optional.empty(), false));
      assertThat(replicate.platform().journal().getLast().path())
          .isEqualTo("/v1/predictions/p1/cancel");
    }
  }

  @Test
  void a_limit_that_only_the_body_tells_is_heeded() {
    try (var replicate =
        with(request -> Reply.json(429, "{\"detail\":\"throttled\",\"retry_after\":9}"))) {
      assertThat(replicate.send("createPrediction", PAINT))
          .isEqualTo(
              new Outcome.NotLanded(
                  429,
                  "Replicate answered 429: throttled",
                  Optional.of(Subject.NOW.plusSeconds(9)),
                  true));
    }
  }

  @Test
  void models_predictions_and_hardware_are_read() {
    try (var replicate =
        with(
            request ->
                Reply.json(
                    200,
                    switch (request.path()) {
                      case "/v1/models/laboratory/painter" ->
                          "{\"owner\":\"laboratory\",\"name\":\"painter\",\"latest_version\":{\"id\":\"v1\"}}";
                      case "/v1/predictions" ->
                          "{\"results\":[{\"id\":\"p1\",\"status\":\"starting\"}],"
                              + "\"next\":\"https://api.replicate.com/v1/predictions?cursor=cD0%3D\"}";
                      default -> "[{\"name\":\"CPU\",\"sku\":\"cpu\"}]";
                    }))) {
      assertThat(output(replicate.send("model", PAINT)).path("version").asText()).isEqualTo("v1");
      var listed = output(replicate.send("predictions", Json.object()));
      assertThat(listed.at("/predictions/0/id").asText()).isEqualTo("p1");
      assertThat(listed.path("next_cursor").asText()).isEqualTo("cD0=");
      assertThat(output(replicate.send("hardware", Json.object())).at("/hardware/0/sku").asText())
          .isEqualTo("cpu");
    }
  }

  private static Reply prediction(String status) {
    return Reply.json(200, Json.object().put("id", "p1").put("status", status));
  }

  private static JsonNode output(Outcome outcome) {
    return ((Outcome.Landed) outcome).output();
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(
        (egress, clock) -> new ReplicateConnector(egress, clock, Duration.ofMillis(2)),
        Json.object().put("api_token", "r8_token"),
        "user:ada",
        behaviour);
  }
}
