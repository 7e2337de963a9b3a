package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class TimeoutTest {
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Answers only when the test is over. */
  private final PlatformServer slow =
      new PlatformServer(
          request -> {
            try {
              assertThat(closing.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return Reply.json(200, "{}");
          });

  private Kit kit;

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    closing.countDown();
    slow.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout: {after: PT0.3S}\ndo:\n  - nap: {wait: PT1H}",
        "timeout: quick\nuse: {timeouts: {quick: {after: {milliseconds: 300}}}}\ndo:\n  - nap: {wait: PT1H}",
        "timeout: {after: '${ .limit }'}\ndo:\n  - nap: {wait: PT1H}"
      })
  void a_workflow_ends_with_its_timeout(String body) {
    var error = kit.run(body, "{\"limit\":\"PT0.3S\"}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "timeout");
    assertThat(error.path("status").asInt()).isEqualTo(408);
  }

  @Test
  void a_timed_out_task_is_where_the_error_comes_from_and_nothing_inside_can_catch_it() {
    var run =
        kit.run(
            """
            do:
              - guarded:
                  try:
                    - timed:
                        timeout: {after: PT1.2S}
                        do:
                          - before: {set: {n: 1}}
                          - stubborn:
                              try: [{nap: {wait: PT1H}}]
                              catch: {}
                          - never: {set: {n: 2}}
                  catch:
                    errors: {with: {type: '%stimeout'}}
                    do:
                      - late: {set: {where: '${ $error.instance }', status: '${ $error.status }'}}
            """
                .formatted(Kit.ERRORS));
    assertThat(run.output())
        .isEqualTo(Json.read("{\"where\":\"/do/0/guarded/try/0/timed\",\"status\":408}"));
    assertThat(kit.tasks(run)).doesNotContain("never");
  }

  @Test
  void a_read_is_cut_at_the_timeout() {
    var begun = Instant.now();
    var error =
        kit.run(
                """
                do:
                  - ask:
                      call: http
                      with: {method: get, endpoint: '%s/'}
                      timeout: {after: PT1S}
                """
                    .formatted(slow.url()))
            .error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "timeout");
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/ask");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
    assertThat(slow.journal()).hasSize(1);
  }

  @Test
  void a_timeout_that_is_kept_changes_nothing() {
    assertThat(
            kit.run("do:\n  - nap: {wait: PT0.05S, timeout: {after: PT1H}}", "{\"n\":1}").output())
        .isEqualTo(Json.read("{\"n\":1}"));
  }

  @Test
  void a_timeout_that_comes_to_no_duration_is_an_expression_error() {
    var error =
        kit.run("do:\n  - one: {set: {a: 1}, timeout: {after: '${ .n }'}}", "{\"n\":\"soon\"}")
            .error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "expression");
    assertThat(error.path("instance").asText()).isEqualTo("/do/0/one");
  }
}
