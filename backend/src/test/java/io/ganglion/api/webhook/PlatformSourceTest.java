package io.ganglion.api.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Platforms' webhooks, signed as each platform signs them. */
@QuarkusTest
class PlatformSourceTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final long TOLERANCE_S = 300;
  private static final RestAssuredConfig BYTES =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs(FORM, ContentType.BINARY)
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  /** The path of a new source's address. */
  private String source(String kind, String secret) {
    return source(
        "{\"name\":\"p\",\"verification\":\"%s\",\"secret\":\"%s\"}".formatted(kind, secret));
  }

  private String source(String body) {
    var made = owner.request().body(body).post("/api/v1/sources").then().statusCode(201);
    return URI.create(made.extract().path("url")).getPath();
  }

  private static ValidatableResponse tell(
      String path, String type, String body, Map<String, String> headers) {
    return given()
        .config(BYTES) // forms, too, are sent as they were signed
        .contentType(type)
        .headers(headers)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(path)
        .then();
  }

  private ValidatableResponse events() {
    return owner.request().get("/api/v1/events?limit=100").then().statusCode(200);
  }

  private static byte[] hmac(String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  @Nested
  @Tag("it")
  class Telegram {
    private static final String TOKEN = "a_secret-token_of_16";
    private static final String UPDATE =
        "{\"update_id\":10000,\"message\":{\"message_id\":1365,\"text\":\"/start\"}}";

    private static Map<String, String> proof(String token) {
      return Map.of("X-Telegram-Bot-Api-Secret-Token", token);
    }

    @Test
    void an_update_is_an_event_by_its_number_and_sent_again_the_same() {
      var path = source("telegram", TOKEN);
      for (int i = 0; i < 3; i++) {
        tell(path, JSON, UPDATE, proof(TOKEN)).statusCode(200).body(emptyOrNullString());
      }
      events()
          .body("data", hasSize(1))
          .body("data[0].event.id", equalTo("10000"))
          .body("data[0].event.type", equalTo("com.telegram.update.message"))
          .body("data[0].event.data.message.text", equalTo("/start"));
    }

    @Test
    void a_wrong_or_missing_token_a_wrong_type_and_too_much_are_refused() {
      var path = source("telegram", TOKEN);
      tell(path, JSON, UPDATE, proof(TOKEN + "x"))
          .statusCode(401)
          .body("code", equalTo("signature_refused"));
      tell(path, JSON, UPDATE, Map.of()).statusCode(401).body("code", equalTo("signature_missing"));
      tell(path, FORM, "update_id=1", proof(TOKEN))
          .statusCode(415)
          .body("code", equalTo("content_type_refused"));
      tell(path, JSON, "{\"message\":{}}", proof(TOKEN)).statusCode(400);
      var large = UPDATE.replace("/start", "x".repeat(300_000));
      tell(path, JSON, large, proof(TOKEN)).statusCode(413);
      tell(path, JSON, UPDATE.replace("/start", "x".repeat(1_100_000)), proof(TOKEN))
          .statusCode(413);
      events().body("data", hasSize(0));
    }

    @Test
    void an_update_starts_a_run_and_another_wakes_one_that_listens() {
      owner
          .request()
          .contentType("application/yaml")
          .body(
              """
              document: {dsl: '1.0.3', namespace: hooks, name: chat, version: '1.0.0'}
              schedule: {on: {one: {with: {type: com.telegram.update.message}}}}
              do:
                - hear: {listen: {to: {one: {with: {type: com.telegram.update.callback_query}}}}}
                - keep: {set: {said: '${ .[0].callback_query.data }'}}
              """
                  .getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/workflows")
          .then()
          .statusCode(201);
      var path = source("telegram", TOKEN);
      tell(path, JSON, UPDATE, proof(TOKEN)).statusCode(200);
      Patience.await("a run that listens").until(() -> states().equals(List.of("WAITING")));
      tell(path, JSON, "{\"update_id\":10001,\"callback_query\":{\"data\":\"yes\"}}", proof(TOKEN))
          .statusCode(200);
      Patience.await("its end").until(() -> states().equals(List.of("SUCCEEDED")));
    }

    private List<String> states() {
      return owner.request().get("/api/v1/runs").jsonPath().getList("data.state");
    }
  }

  @Nested
  @Tag("it")
  class Slack {
    private static final String EVENT =
        """
        {"type":"event_callback","event_id":"Ev08MFMKH6","team_id":"T1",\
        "event":{"type":"app_mention","text":"hi"}}""";

    private static Map<String, String> signed(long at, String body) {
      return Map.of(
          "X-Slack-Request-Timestamp",
          Long.toString(at),
          "X-Slack-Signature",
          "v0=" + hex(hmac("v0:%d:%s".formatted(at, body))));
    }

    @Test
    void an_event_is_known_by_its_id_whenever_slack_tries_again() {
      var path = source("slack", SECRET);
      tell(path, JSON, EVENT, signed(now(), EVENT)).statusCode(200).body(emptyOrNullString());
      var again = new java.util.HashMap<>(signed(now() - 60, EVENT));
      again.put("X-Slack-Retry-Num", "1");
      again.put("X-Slack-Retry-Reason", "http_timeout");
      tell(path, JSON, EVENT, again).statusCode(200);
      events()
          .body("data", hasSize(1))
          .body("data[0].event.id", equalTo("Ev08MFMKH6"))
          .body("data[0].event.type", equalTo("com.slack.app_mention"))
          .body("data[0].event.data.team_id", equalTo("T1"));
    }

    @Test
    void a_challenge_is_answered_and_is_no_event() {
      var path = source("slack", SECRET);
      var body =
          "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1aBm2rZgRN\"}";
      tell(path, JSON, body, signed(now(), body))
          .statusCode(200)
          .body("challenge", equalTo("3eZbrw1aBm2rZgRN"));
      tell(path, JSON, body, signed(now(), body + " ")).statusCode(401);
      events().body("data", hasSize(0));
    }

    @Test
    void commands_and_what_people_press_come_as_forms() {
      var path = source("slack", SECRET);
      var command =
          "command=%2Fpost&text=a+b%21&trigger_id=13345224609.738474920.8088930838d88f008e0";
      tell(path, FORM, command, signed(now(), command)).statusCode(200);
      var press =
          "payload=%7B%22type%22%3A%22block_actions%22%2C%22trigger_id%22%3A%2212321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3%22%7D";
      tell(path, FORM, press, signed(now(), press)).statusCode(200);
      events()
          .body("data", hasSize(2))
          .body("data[1].event.type", equalTo("com.slack.slash_command"))
          .body("data[1].event.data.text", equalTo("a b!"))
          .body("data[0].event.type", equalTo("com.slack.block_actions"));
    }

    @Test
    void stale_forged_and_foreign_requests_are_refused() {
      var path = source("slack", SECRET);
      for (long at : new long[] {now() - TOLERANCE_S - 60, now() + TOLERANCE_S + 60}) {
        tell(path, JSON, EVENT, signed(at, EVENT))
            .statusCode(401)
            .body("code", equalTo("timestamp_refused"));
      }
      tell(path, JSON, EVENT + " ", signed(now(), EVENT))
          .statusCode(401)
          .body("code", equalTo("signature_refused"));
      tell(path, "text/plain", EVENT, signed(now(), EVENT)).statusCode(415);
      events().body("data", hasSize(0));
    }
  }

  @Nested
  @Tag("it")
  class Discord {
    private static final Ed25519Sign.KeyPair KEYS = keys();
    private static final String COMMAND =
        "{\"id\":\"846462639134605312\",\"type\":2,\"token\":\"aW50ZXJhY3Rpb24\",\"data\":{\"name\":\"post\"}}";

    private static Ed25519Sign.KeyPair keys() {
      try {
        return Ed25519Sign.KeyPair.newKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Map<String, String> signed(long at, String body) {
      try {
        var content = (at + body).getBytes(StandardCharsets.UTF_8);
        var signature = new Ed25519Sign(KEYS.getPrivateKey()).sign(content);
        return Map.of(
            "X-Signature-Timestamp", Long.toString(at), "X-Signature-Ed25519", hex(signature));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private String discord() {
      return source("discord", hex(KEYS.getPublicKey()));
    }

    @Test
    void pings_are_answered_and_are_no_events() {
      var path = discord();
      var ping = "{\"id\":\"1\",\"type\":1}";
      tell(path, JSON, ping, signed(now(), ping)).statusCode(200).body("type", equalTo(1));
      var other = "{\"version\":1,\"application_id\":\"1\",\"type\":0}";
      tell(path, JSON, other, signed(now(), other)).statusCode(204);
      events().body("data", hasSize(0));
    }

    @Test
    void interactions_are_deferred_once_they_are_stored() {
      var path = discord();
      tell(path, JSON, COMMAND, signed(now(), COMMAND)).statusCode(200).body("type", equalTo(5));
      tell(path, JSON, COMMAND, signed(now() - 1, COMMAND)).statusCode(200);
      var press = "{\"id\":\"2\",\"type\":3}";
      tell(path, JSON, press, signed(now(), press)).statusCode(200).body("type", equalTo(6));
      var suggest = "{\"id\":\"3\",\"type\":4}";
      tell(path, JSON, suggest, signed(now(), suggest))
          .statusCode(200)
          .body("type", equalTo(8))
          .body("data.choices", hasSize(0));
      var event =
          "{\"version\":1,\"type\":1,\"event\":{\"type\":\"APPLICATION_AUTHORIZED\",\"data\":{}}}";
      tell(path, JSON, event, signed(now(), event)).statusCode(204);
      events()
          .body("data", hasSize(4))
          .body("data[0].event.type", equalTo("com.discord.event.application_authorized"))
          .body("data[3].event.type", equalTo("com.discord.interaction.application_command"))
          .body("data[3].event.id", equalTo("846462639134605312"));
    }

    @Test
    void stale_and_forged_requests_are_refused() {
      var path = discord();
      tell(path, JSON, COMMAND, signed(now() - TOLERANCE_S - 60, COMMAND))
          .statusCode(401)
          .body("code", equalTo("timestamp_refused"));
      tell(path, JSON, COMMAND + " ", signed(now(), COMMAND)).statusCode(401);
      tell(
              path,
              JSON,
              COMMAND,
              Map.of("X-Signature-Timestamp", "" + now(), "X-Signature-Ed25519", "zz"))
          .statusCode(401);
      tell(path, JSON, COMMAND, Map.of()).statusCode(401);
      events().body("data", hasSize(0));
    }
  }

  @Nested
  @Tag("it")
  class X {
    private static Map<String, String> signed(String body) {
      return Map.of(
          "x-twitter-webhooks-signature",
          "sha256=" + Base64.getEncoder().encodeToString(hmac(body)));
    }

    @Test
    void a_challenge_is_answered_by_the_consumer_secret() {
      var path = source("x", SECRET);
      given()
          .queryParam("crc_token", "challenge_string")
          .queryParam("nonce", "a9")
          .get(path)
          .then()
          .statusCode(200)
          .body(
              "response_token",
              equalTo("sha256=" + Base64.getEncoder().encodeToString(hmac("challenge_string"))));
      given().get(path).then().statusCode(404);
      given().queryParam("crc_token", "c").get(source("slack", SECRET)).then().statusCode(404);
    }

    @Test
    void each_thing_of_a_request_is_an_event_whatever_comes_with_it() {
      var path = source("x", SECRET);
      var one =
          "{\"for_user_id\":\"7\",\"tweet_create_events\":[{\"id_str\":\"1\",\"text\":\"a\"}]}";
      var two =
          """
          {"for_user_id":"7","tweet_create_events":[{"id_str":"1","text":"a"},{"id_str":"2","text":"b"}],\
          "favorite_events":[{"id":"f"}]}""";
      tell(path, JSON, one, signed(one)).statusCode(200);
      tell(path, JSON, two, signed(two)).statusCode(200);
      events()
          .body("data", hasSize(3))
          .body("data[0].event.type", equalTo("com.x.favorite"))
          .body("data[1].event.type", equalTo("com.x.tweet_create"))
          .body("data[1].event.data.tweet_create_events", hasSize(1))
          .body("data[1].event.data.tweet_create_events[0].text", equalTo("b"))
          .body("data[1].event.data.for_user_id", equalTo("7"));
    }

    @Test
    void activities_and_posts_that_a_rule_found_are_known_by_their_ids() {
      var path = source("x", SECRET);
      var activity =
          "{\"data\":{\"event_uuid\":\"u1\",\"event_type\":\"profile.update.bio\",\"payload\":{}}}";
      var post = "{\"data\":{\"id\":\"9\",\"text\":\"c\"},\"matching_rules\":[]}";
      for (int i = 0; i < 2; i++) {
        tell(path, JSON, activity, signed(activity)).statusCode(200);
        tell(path, JSON, post, signed(post)).statusCode(200);
      }
      events()
          .body("data", hasSize(2))
          .body("data[1].event.type", equalTo("com.x.profile.update.bio"))
          .body("data[0].event.type", equalTo("com.x.post"));
    }

    @Test
    void forged_requests_are_refused() {
      var path = source("x", SECRET);
      tell(path, JSON, "{\"a\":1}", signed("{\"a\":2}")).statusCode(401);
      tell(path, JSON, "{\"a\":1}", Map.of()).statusCode(401);
    }
  }

  @Nested
  @Tag("it")
  class Stripe {
    private static final String BODY = "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"data\":{}}";

    private static Map<String, String> signed(String header, long at, String body) {
      var right = hex(hmac(at + "." + body));
      return Map.of(header, "t=%d,v1=%s,v1=%s,v0=ff".formatted(at, "0".repeat(64), right));
    }

    @Test
    void an_event_has_its_own_id_and_type_whatever_the_header_is_called() {
      var path = source("stripe", SECRET);
      tell(path, JSON, BODY, signed("Stripe-Signature", now(), BODY)).statusCode(200);
      tell(path, JSON, BODY, signed("Stripe-Signature", now() - 9, BODY)).statusCode(200);
      var other =
          source(
              """
              {"name":"p","type":"com.shop","verification":"stripe","secret":"%s",
               "hmac":{"header":"Shop-Signature"}}"""
                  .formatted(SECRET));
      tell(other, JSON, BODY, signed("Shop-Signature", now(), BODY)).statusCode(200);
      events()
          .body("data", hasSize(2))
          .body("data[1].event.id", equalTo("evt_1"))
          .body("data[1].event.type", equalTo("com.stripe.invoice.paid"))
          .body("data[0].event.type", equalTo("com.shop.invoice.paid"));
    }

    @Test
    void stale_and_forged_requests_are_refused() {
      var path = source("stripe", SECRET);
      tell(path, JSON, BODY, signed("Stripe-Signature", now() - TOLERANCE_S - 60, BODY))
          .statusCode(401)
          .body("code", equalTo("timestamp_refused"));
      tell(path, JSON, BODY + " ", signed("Stripe-Signature", now(), BODY)).statusCode(401);
      tell(path, JSON, BODY, Map.of("Stripe-Signature", "v1=00")).statusCode(401);
      events().body("data", hasSize(0));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void what_a_platform_can_t_have_is_refused() {
      for (var body :
          List.of(
              "{\"name\":\"a\",\"verification\":\"telegram\"}",
              "{\"name\":\"a\",\"verification\":\"telegram\",\"secret\":\"has a space in it!\"}",
              "{\"name\":\"a\",\"verification\":\"discord\",\"secret\":\"%s\"}".formatted(SECRET),
              "{\"name\":\"a\",\"verification\":\"slack\",\"secret\":\"short\"}",
              "{\"name\":\"a\",\"verification\":\"x\",\"secret\":\"%s\",\"id_header\":\"A\"}"
                  .formatted(SECRET),
              "{\"name\":\"a\",\"verification\":\"slack\",\"secret\":\"%s\",\"hmac\":{\"header\":\"A\"}}"
                  .formatted(SECRET),
              "{\"name\":\"a\",\"verification\":\"stripe\",\"secret\":\"%s\",\"hmac\":{\"header\":\"A\",\"prefix\":\"b\"}}"
                  .formatted(SECRET),
              "{\"name\":\"a\",\"verification\":\"token\"}")) {
        owner.request().body(body).post("/api/v1/sources").then().statusCode(400);
      }
    }
  }

  @Test
  @Tag("isolation")
  void a_secret_is_sealed_and_never_shown() throws Exception {
    source("slack", SECRET);
    assertThat(owner.request().get("/api/v1/sources").asString()).doesNotContain(SECRET);
    try (var connection = Stack.asSuperuser();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT (SELECT string_agg(s::text, ' ') FROM webhook_source s)"
                    + " || (SELECT string_agg(s::text, ' ') FROM webhook_secret s)")) {
      row.next();
      assertThat(row.getString(1))
          .doesNotContain(SECRET)
          .doesNotContain(hex(SECRET.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
