package io.ganglion.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.Manifests;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class TokenJudgeTest {
  private static TokenJudge judge(String connector) {
    var manifest = Manifests.load(connector);
    var flow =
        new Flow(manifest.title(), manifest.oauth().orElseThrow(), Optional.empty(), Origin.TENANT);
    return new TokenJudge(flow, "app-secret", "shown-token");
  }

  private static HttpResult answer(int status, String body) {
    return new HttpResult.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void what_is_granted_is_read_as_each_platform_says_it() {
    assertThat(
            judge("x")
                .once(
                    answer(
                        200,
                        "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":7200}")))
        .isEqualTo(
            new TokenAnswer.Granted(
                new Tokens("a", Optional.of("r"), Optional.of(Duration.ofHours(2)))));
    assertThat(judge("instagram").once(answer(200, "{\"data\":[{\"access_token\":\"a\"}]}")))
        .isEqualTo(new TokenAnswer.Granted(new Tokens("a", Optional.empty(), Optional.empty())));
    assertThat(judge("slack").once(answer(200, "{\"ok\":true,\"access_token\":\"a\"}")))
        .isEqualTo(new TokenAnswer.Granted(new Tokens("a", Optional.empty(), Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x         | 400 | {\"error\":\"invalid_grant\"}",
        "x         | 400 | {\"error\":\"invalid_request\",\"error_description\":\"Value passed for"
            + " the token was invalid.\"}",
        "instagram | 400 | {\"error\":{\"code\":190,\"message\":\"expired\"}}",
        "slack     | 200 | {\"ok\":false,\"error\":\"invalid_refresh_token\"}"
      })
  void a_token_that_is_worth_nothing_is_not_shown_again(String connector, int status, String body) {
    assertThat(judge(connector).again(answer(status, body)))
        .isInstanceOf(TokenAnswer.Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x         | 401 | {\"error\":\"unauthorized_client\"}",
        "x         | 429 | {\"error\":\"invalid_grant\"}",
        "x         | 503 | {\"error\":\"invalid_grant\"}",
        "x         | 200 | not JSON",
        "x         | 200 | {\"access_token\":\"\"}",
        "x         | 302 | {\"access_token\":\"a\"}",
        "instagram | 400 | {\"error\":{\"code\":2,\"message\":\"try again\"}}",
        "slack     | 200 | {\"ok\":false,\"error\":\"internal_error\"}"
      })
  void all_else_proves_nothing(String connector, int status, String body) {
    assertThat(judge(connector).again(answer(status, body))).isInstanceOf(TokenAnswer.Failed.class);
  }

  @Test
  void a_code_is_shown_once_whatever_is_said_of_it() {
    assertThat(judge("x").once(answer(400, "{\"error\":\"what\"}")))
        .isInstanceOf(TokenAnswer.Refused.class);
    assertThat(judge("x").once(new HttpResult.Lost("reset")))
        .isInstanceOf(TokenAnswer.Failed.class);
  }

  @Test
  void no_reason_repeats_what_was_shown() {
    var said =
        judge("x").again(answer(400, "{\"error\":\"bad shown-token of app-secret\"}")).toString();
    assertThat(said).contains("bad").doesNotContain("shown-token", "app-secret");
  }

  @Test
  void the_challenge_is_the_rfc_s() {
    assertThat(Pkce.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(Pkce.verifier()).matches("[A-Za-z0-9_-]{43}");
  }
}
