package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ClassifierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Credentials SECRET =
      new Credentials(Json.object().put("token", "very-secret-token"));
  private final Classifier classifier = new Classifier("X", new RateReset("x-rate-limit-reset"));

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 405, 406, 410, 411, 412, 413, 415, 418, 422, 451})
  void a_refusal_proves_that_nothing_landed(int status) {
    assertThat(judge(answer(status, "{}")))
        .isEqualTo(new Outcome.NotLanded(status, "X answered " + status, Optional.empty(), false));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308, 408, 409, 425, 500, 502, 503, 504, 599})
  void these_answers_prove_nothing(int status) {
    assertThat(judge(answer(status, "{}")))
        .isEqualTo(new Outcome.Unknown(status, "X answered " + status));
  }

  @Test
  void no_connection_proves_that_nothing_landed_and_may_be_tried_again() {
    assertThat(judge(new HttpResult.NotSent("the host has no address", false)))
        .isEqualTo(
            new Outcome.NotLanded(503, "X: the host has no address", Optional.empty(), true));
  }

  @Test
  void a_guarded_address_is_not_tried_again() {
    assertThat(judge(new HttpResult.NotSent("off limits", true)))
        .isEqualTo(new Outcome.NotLanded(503, "X: off limits", Optional.empty(), false));
  }

  @Test
  void a_lost_answer_proves_nothing() {
    assertThat(judge(new HttpResult.Lost("no answer in time")))
        .isEqualTo(new Outcome.Unknown(504, "X: no answer in time"));
  }

  @Test
  void an_unreadable_success_proves_nothing() {
    assertThat(judge(answer(200, "<html>"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(judge(answer(200, ""))).isInstanceOf(Outcome.Unknown.class);
    assertThat(judge(answer(200, "{\"id\":"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(judge(answer(200, "{\"id\":\"\"}"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(judge(answer(200, "[".repeat(10_000)))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_readable_success_lands() {
    assertThat(judge(answer(201, "{\"id\":\"7\"}"))).isInstanceOf(Outcome.Landed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 7, , 2026-11-22T12:00:07Z",
    "retry-after, 0, , 2026-11-22T12:00:00Z",
    "retry-after, 99999999, , 2026-11-25T12:00:00Z",
    "retry-after, 99999999999999999999, , 2026-11-25T12:00:00Z",
    "retry-after, 'Sun, 22 Nov 2026 12:01:00 GMT', , 2026-11-22T12:01:00Z",
    "retry-after, 'Sun, 22 Nov 2026 11:00:00 GMT', , 2026-11-22T12:00:00Z",
    "x-rate-limit-reset, 1795348860, , 2026-11-22T12:01:00Z",
    // The platform's clock is an hour ahead: its reset counts from its own Date.
    "x-rate-limit-reset, 1795352460, 'Sun, 22 Nov 2026 13:00:00 GMT', 2026-11-22T12:01:00Z"
  })
  void too_many_requests_say_when_to_come_back(
      String header, String value, String date, Instant expected) {
    var headers =
        date == null
            ? Map.of(header, List.of(value))
            : Map.of(header, List.of(value), "date", List.of(date));
    assertThat(judge(new HttpResult.Answered(429, headers, new byte[0])))
        .isEqualTo(new Outcome.NotLanded(429, "X answered 429", Optional.of(expected), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "7.5"})
  void a_reset_that_is_nonsense_is_left_out(String value) {
    var headers = Map.of("retry-after", List.of(value));
    assertThat(judge(new HttpResult.Answered(429, headers, new byte[0])))
        .isEqualTo(new Outcome.NotLanded(429, "X answered 429", Optional.empty(), true));
  }

  @Test
  void a_reason_repeats_the_platforms_sentence_without_the_secret() {
    var body = "{\"error\":{\"message\":\"token very-secret-token\\nis bad\"}}";
    assertThat(judge(answer(403, body)))
        .isEqualTo(
            new Outcome.NotLanded(
                403, "X answered 403: token [redacted] is bad", Optional.empty(), false));
  }

  @Test
  void an_output_that_repeats_the_secret_is_blotted() {
    var outcome = (Outcome.Landed) judge(answer(200, "{\"id\":\"a very-secret-token b\"}"));
    assertThat(outcome.output().path("id").asText()).isEqualTo("a [redacted] b");
  }

  private Outcome judge(HttpResult result) {
    return classifier.judge(
        result,
        NOW,
        SECRET,
        answer -> {
          var body = Answers.json(answer);
          Answers.text(body, "/id");
          return new Outcome.Landed(body, "", Optional.empty());
        });
  }

  private static HttpResult.Answered answer(int status, String body) {
    return new HttpResult.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
