package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class RetryPolicyTest {
  private final AtomicInteger failing = new AtomicInteger();
  private final PlatformServer shop =
      new PlatformServer(
          request ->
              failing.getAndDecrement() > 0
                  ? Reply.json(503, "{}")
                  : Reply.json(200, "{\"open\":true}"));
  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private String body(String policy) {
    return """
    do:
      - attempt:
          try:
            - ask: {call: http, with: {method: get, endpoint: '%s/'}}
          catch:
            errors: {with: {status: 503}}
            retry: %s
    """
        .formatted(shop.url(), policy);
  }

  @Test
  void a_post_vouched_for_as_pure_is_the_workflow_s_own_to_repeat() {
    failing.set(1);
    var run =
        kit.run(
            """
            do:
              - attempt:
                  try:
                    - ask:
                        call: http
                        with: {method: post, endpoint: '%s/', body: {query: open}}
                        metadata: {ganglion: {retry: pure}}
                  catch:
                    errors: {with: {type: '%scommunication', status: 503}}
                    retry: {delay: PT0S}
            """
                .formatted(shop.url(), Kit.ERRORS));
    assertThat(run.output()).isEqualTo(Json.read("{\"open\":true}"));
    assertThat(shop.journal()).hasSize(2);
  }

  @Test
  void a_post_that_nobody_vouches_for_stays_unknown_after_a_5xx() {
    failing.set(1);
    var run =
        kit.run(
            """
            do:
              - attempt:
                  try: [{ask: {call: http, with: {method: post, endpoint: '%s/'}}}]
                  catch: {do: [{never: {set: {a: 1}}}]}
            """
                .formatted(shop.url()));
    assertThat(run.view().path("state").asText()).isEqualTo("NEEDS_ATTENTION");
    assertThat(shop.journal()).hasSize(1);
  }

  @Test
  void a_read_that_was_answered_with_an_error_is_not_repeated_behind_the_workflow_s_back() {
    failing.set(1);
    var error =
        kit.run(
                "do:\n  - ask: {call: http, with: {method: get, endpoint: '%s/'}}"
                    .formatted(shop.url()))
            .error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "communication");
    assertThat(error.path("status").asInt()).isEqualTo(503);
    assertThat(shop.journal()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{delay: PT0.02S, limit: {attempt: {count: 3}}}",
        "{delay: {milliseconds: 20}, backoff: {constant: {}}, limit: {attempt: {count: 3}}}",
        "{delay: {milliseconds: 20}, backoff: {linear: {}}}",
        "{delay: {milliseconds: 20}, backoff: {exponential: {}}, jitter: {from: PT0S, to: PT0.05S}}",
        "{delay: '${ .delay }', limit: {duration: '${ .total }'}}",
        "{when: $error.status == 503, exceptWhen: $error.status == 404}"
      })
  void a_policy_tries_again_until_it_succeeds(String policy) {
    failing.set(3);
    var run = kit.run(body(policy), "{\"delay\":\"PT0.02S\",\"total\":\"PT1H\"}");
    assertThat(run.output()).isEqualTo(Json.read("{\"open\":true}"));
    assertThat(shop.journal()).hasSize(4);
  }

  @Test
  void the_count_is_of_further_tries() {
    failing.set(100);
    var error = kit.run(body("{limit: {attempt: {count: 2}}}")).error();
    assertThat(error.path("status").asInt()).isEqualTo(503);
    assertThat(shop.journal()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{when: $error.status == 500}",
        "{exceptWhen: $error.status == 503}",
        "{delay: PT5M, limit: {duration: PT1M}}"
      })
  void a_policy_that_says_no_tries_no_further(String policy) {
    failing.set(100);
    assertThat(kit.run(body(policy)).error().path("status").asInt()).isEqualTo(503);
    assertThat(shop.journal()).hasSize(1);
  }

  @Test
  void a_named_policy_and_the_handler_after_its_end() {
    failing.set(100);
    var run =
        kit.run(
            """
            use:
              retries: {brief: {delay: PT0.01S, limit: {attempt: {count: 1}}}}
            do:
              - attempt:
                  try:
                    - ask: {call: http, with: {method: get, endpoint: '%s/'}}
                  catch:
                    retry: brief
                    do:
                      - instead: {set: {gave: up, after: '${ $error.status }'}}
            """
                .formatted(shop.url()));
    assertThat(run.output()).isEqualTo(Json.read("{\"gave\":\"up\",\"after\":503}"));
    assertThat(shop.journal()).hasSize(2);
  }

  @Test
  void each_try_has_its_own_time_and_running_over_it_is_an_error_like_another() {
    var run =
        kit.run(
            """
            do:
              - attempt:
                  try:
                    - nap: {wait: PT20S}
                  catch:
                    as: late
                    retry: {limit: {attempt: {count: 1, duration: PT0.2S}}}
                    do:
                      - note: {set: {type: '${ $late.type }', where: '${ $late.instance }'}}
            """);
    assertThat(run.output())
        .isEqualTo(Json.object().put("type", Kit.ERRORS + "timeout").put("where", "/do/0/attempt"));
    assertThat(kit.tasks(run)).contains("note");
  }
}
