package io.ganglion.webhook.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.ganglion.webhook.SigningKey;
import io.ganglion.webhook.source.Verification.Encoding;
import io.ganglion.webhook.source.Verification.Hmac;
import io.ganglion.webhook.source.Verification.Signs;
import io.ganglion.webhook.source.Verification.Standard;
import io.ganglion.webhook.source.Verification.Token;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class InspectionTest {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static SigningKey raw(String secret) {
    return new SigningKey(SigningKey.Kind.HMAC, bytes(secret), null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Inspection inspection(Verification how, SigningKey... keys) {
    return new Inspection(how, List.of(keys), TOLERANCE, NOW);
  }

  private static Request request(String body, Map<String, String> headers) {
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new Request(all, bytes(body));
  }

  private static Request standard(long at, String body) throws Exception {
    return request(
        body,
        Map.of(
            "webhook-id", "m1",
            "webhook-timestamp", String.valueOf(at),
            "webhook-signature", new Webhook(SECRET).sign("m1", at, body)));
  }

  private static void refused(Inspection inspection, Request request, String code) {
    assertThatThrownBy(() -> inspection.check(request))
        .isInstanceOfSatisfying(
            SourceProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void a_standard_webhook_is_taken_by_its_id_within_five_minutes() throws Exception {
    var key = SigningKey.shared(SECRET).orElseThrow();
    var inspection = inspection(new Standard(), raw("another secret of no use"), key);
    long now = NOW.getEpochSecond();
    for (long at : new long[] {now, now - 300, now + 300}) {
      assertThat(inspection.check(standard(at, "{}"))).isEqualTo("m1");
    }
    for (long at : new long[] {now - 301, now + 301, 0}) {
      refused(inspection, standard(at, "{}"), "timestamp_refused");
    }
    var altered = new Request(standard(now, "{}").headers(), bytes("{ }"));
    refused(inspection, altered, "signature_refused");
    refused(inspection, request("{}", Map.of()), "signature_missing");
    refused(inspection(new Standard()), standard(now, "{}"), "signature_refused");
  }

  @Test
  void github_s_signature_is_taken_and_the_body_names_the_event() {
    var how =
        new Hmac("X-Hub-Signature-256", Encoding.HEX, "sha256=", Signs.BODY, Optional.empty());
    var inspection = inspection(how, raw("It's a Secret to Everybody"));
    // the example of GitHub's documentation
    var sent = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    var id = inspection.check(request("Hello, World!", Map.of("x-hub-signature-256", sent)));
    assertThat(id).startsWith("sha256:").hasSize(7 + 64);
    assertThat(inspection.check(request("Hello, World!", Map.of("x-hub-signature-256", sent))))
        .isEqualTo(id);
    refused(
        inspection,
        request("Hello, World?", Map.of("x-hub-signature-256", sent)),
        "signature_refused");
    refused(
        inspection,
        request("Hello, World!", Map.of("x-hub-signature-256", sent.substring(7))),
        "signature_refused");
  }

  @Test
  void slack_s_signature_is_taken_while_it_is_fresh() {
    var how =
        new Hmac(
            "X-Slack-Signature",
            Encoding.HEX,
            "v0=",
            Signs.V0_TIMESTAMP_BODY,
            Optional.of("X-Slack-Request-Timestamp"));
    var inspection = inspection(how, raw("8f742231b10e8888abcd99yyyzzz85a5"));
    for (long age : new long[] {0, 301}) {
      var at = String.valueOf(NOW.getEpochSecond() - age);
      var mac =
          SigningKey.hmac(
              bytes("8f742231b10e8888abcd99yyyzzz85a5"), bytes("v0:" + at + ":token=x"));
      var request =
          request(
              "token=x",
              Map.of(
                  "x-slack-signature",
                  "v0=" + HexFormat.of().formatHex(mac),
                  "x-slack-request-timestamp",
                  at));
      if (age == 0) {
        assertThat(inspection.check(request)).startsWith("sha256:");
      } else {
        refused(inspection, request, "timestamp_refused");
      }
    }
  }

  @Test
  void a_header_that_was_sent_twice_proves_nothing() throws Exception {
    var key = SigningKey.shared(SECRET).orElseThrow();
    var headers = new HashMap<>(standard(NOW.getEpochSecond(), "{}").headers());
    headers.put("webhook-id", List.of("m1", "m2"));
    refused(
        inspection(new Standard(), key), new Request(headers, bytes("{}")), "signature_missing");
  }

  @Test
  void with_a_token_alone_the_bytes_name_the_event() {
    var inspection = inspection(new Token());
    assertThat(inspection.check(request("a", Map.of())))
        .isEqualTo(inspection.check(request("a", Map.of("x", "y"))))
        .isNotEqualTo(inspection.check(request("b", Map.of())));
  }

  @Test
  void settings_are_read_as_they_were_written() {
    for (var how :
        List.of(
            new Token(),
            new Standard(),
            new Hmac(
                "X-Sig", Encoding.BASE64, "", Signs.TIMESTAMP_DOT_BODY, Optional.of("X-At")))) {
      assertThat(Verification.of(how.kind(), how.settings())).isEqualTo(how);
    }
  }
}
