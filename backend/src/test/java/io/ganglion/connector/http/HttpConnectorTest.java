package io.ganglion.connector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer.Behaviour;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.Rehearsal;
import io.ganglion.connector.RetryClass;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("connectors")
class HttpConnectorTest {
  private static final Behaviour JSON =
      request ->
          new Reply(
              200, Map.of("Content-Type", "application/problem+json; charset=utf-8"), "{\"a\":1}");

  @Nested
  class Output {
    @Test
    void content_is_deserialised_where_it_calls_itself_json() {
      assertThat(landed(JSON, "GET", call -> {}).output().path("a").asInt()).isEqualTo(1);
    }

    @Test
    void content_is_text_otherwise() {
      Behaviour text = request -> new Reply(200, Map.of("Content-Type", "text/plain"), "{\"a\":1}");
      assertThat(landed(text, "GET", call -> {}).output().asText()).isEqualTo("{\"a\":1}");
    }

    @Test
    void content_of_nothing_is_null() {
      assertThat(
              landed(request -> new Reply(204, Map.of(), ""), "GET", call -> {}).output().isNull())
          .isTrue();
    }

    @Test
    void raw_is_base64() {
      assertThat(landed(JSON, "GET", call -> call.put("output", "raw")).output().asText())
          .isEqualTo("eyJhIjoxfQ==");
    }

    @Test
    void response_shows_the_exchange_without_its_secrets() {
      var output =
          landed(
                  request ->
                      new Reply(
                          200,
                          Map.of(
                              "Set-Cookie",
                              "session=abc",
                              "X-Said",
                              request.headers().get("authorization")),
                          request.headers().toString()),
                  "GET",
                  call -> {
                    call.put("output", "response");
                    call.putObject("headers").put("X-Api-Key", "key-of-the-author");
                    call.withObject("/endpoint")
                        .putObject("authentication")
                        .putObject("basic")
                        .put("username", "tea")
                        .put("password", "pass-of-the-author");
                  })
              .output();
      assertThat(output.path("statusCode").asInt()).isEqualTo(200);
      assertThat(output.at("/request/method").asText()).isEqualTo("GET");
      assertThat(output.at("/headers/x-said").asText()).isEqualTo("Basic [redacted]");
      assertThat(output.toString())
          .doesNotContain("key-of-the-author")
          .doesNotContain("pass-of-the-author")
          .doesNotContain("dGVhOnBhc3Mtb2YtdGhlLWF1dGhvcg")
          .doesNotContain("session=abc");
    }
  }

  @Nested
  class Request {
    @Test
    void what_follows_a_number_sign_is_not_sent_and_loses_no_query() {
      try (var http = with(JSON)) {
        var call = call(http, "GET").put("endpoint", http.platform().url() + "/things?a=1#part");
        call.putObject("query").put("b", "2");
        http.send("request", call);
        assertThat(http.platform().journal().getFirst().target()).isEqualTo("/things?a=1&b=2");
      }
    }

    @Test
    void query_headers_and_body_are_sent() {
      try (var http = with(JSON)) {
        var call = call(http, "POST");
        call.putObject("query").put("q", "a b&c").putArray("tag").add(1).add("x");
        call.putObject("headers").put("X-Number", 7);
        call.putObject("body").put("name", "tea");
        http.send("request", call);
        var sent = http.platform().journal().getFirst();
        assertThat(sent.target()).isEqualTo("/things?q=a%20b%26c&tag=1&tag=x");
        assertThat(sent.headers())
            .containsEntry("x-number", "7")
            .containsEntry("content-type", "application/json");
        assertThat(sent.body()).isEqualTo("{\"name\":\"tea\"}");
      }
    }

    @Test
    void an_endpoint_that_is_no_address_is_refused_without_showing_it() {
      try (var http = with(JSON)) {
        var call = call(http, "GET").put("endpoint", "http://exa mple/?token=hunter2");
        assertThat(http.send("request", call))
            .isInstanceOfSatisfying(
                Outcome.NotLanded.class, n -> assertThat(n.reason()).doesNotContain("hunter2"));
      }
    }

    @Test
    void the_metadata_service_is_out_of_reach() {
      try (var http = with(JSON)) {
        var call = call(http, "GET").put("endpoint", "http://169.254.169.254/latest/meta-data/");
        assertThat(http.send("request", call)).isInstanceOf(Outcome.NotLanded.class);
      }
    }
  }

  @Nested
  class Redirect {
    private final Behaviour moved =
        request ->
            request.path().equals("/things")
                ? new Reply(302, Map.of("Location", "/there"), "")
                : new Reply(200, Map.of(), "there");

    @Test
    void is_an_error_by_default() {
      try (var http = with(moved)) {
        assertThat(http.send("request", call(http, "GET"))).isInstanceOf(Outcome.NotLanded.class);
        assertThat(http.send("request", call(http, "PUT"))).isInstanceOf(Outcome.Unknown.class);
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 307, 308})
    void that_says_that_nothing_was_done_proves_it_of_a_write(int status) {
      try (var http = with(request -> new Reply(status, Map.of("Location", "/there"), ""))) {
        for (var method : List.of("POST", "PUT")) {
          assertThat(http.send("request", call(http, method)))
              .isInstanceOfSatisfying(
                  Outcome.NotLanded.class, n -> assertThat(n.status()).isEqualTo(status));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void that_may_be_how_an_act_is_answered_proves_nothing_of_it(int status) {
      try (var http = with(request -> new Reply(status, Map.of("Location", "/there"), ""))) {
        assertThat(http.send("request", call(http, "POST"))).isInstanceOf(Outcome.Unknown.class);
      }
    }

    @Test
    void is_followed_where_the_author_allows_it_and_the_call_is_pure() {
      assertThat(landed(moved, "GET", call -> call.put("redirect", true)).output().asText())
          .isEqualTo("there");
    }

    @Test
    void of_a_write_is_the_answer_itself() {
      var output =
          landed(moved, "POST", call -> call.put("redirect", true).put("output", "response"))
              .output();
      assertThat(output.path("statusCode").asInt()).isEqualTo(302);
    }
  }

  @Nested
  class Vouched {
    private final Behaviour broken = request -> new Reply(503, Map.of(), "");

    @Test
    void for_as_pure_a_post_that_is_answered_is_settled() {
      try (var http = with(broken)) {
        assertThat(http.send("request", call(http, "POST"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(http.send("request", call(http, "POST").put("retry", "idempotent")))
            .isInstanceOf(Outcome.Unknown.class);
        assertThat(http.send("request", call(http, "POST").put("retry", "pure")))
            .isInstanceOfSatisfying(
                Outcome.NotLanded.class, n -> assertThat(n.status()).isEqualTo(503));
      }
    }

    @Test
    void for_as_idempotent_a_read_stays_a_read() {
      var request = new HttpRequest(Json.object().put("method", "GET").put("retry", "idempotent"));
      assertThat(request.retryClass()).isEqualTo(RetryClass.PURE);
    }
  }

  private interface Change {
    void to(ObjectNode call);
  }

  private static Outcome.Landed landed(Behaviour behaviour, String method, Change change) {
    try (var http = with(behaviour)) {
      var call = call(http, method);
      change.to(call);
      var outcome = http.send("request", call);
      assertThat(outcome).isInstanceOf(Outcome.Landed.class);
      return (Outcome.Landed) outcome;
    }
  }

  private static ObjectNode call(Rehearsal http, String method) {
    var call = Json.object().put("method", method);
    call.putObject("endpoint").put("uri", http.platform().url() + "/things");
    return call;
  }

  private static Rehearsal with(Behaviour behaviour) {
    return new Rehearsal(HttpConnector::new, Json.object(), "", behaviour);
  }
}
