package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LimitedPlatform;
import io.ganglion.testing.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Acts that no budget is declared for, and that their workflow tries again, on a system of their
 * tenant's own: after its pause they follow one another, as what takes of a budget does.
 */
@QuarkusTest
@Tag("it")
class AfterPauseTest {
  private static final int BRANCHES = 12;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @TestHTTPResource("/")
  String url = "";

  @Test
  void one_act_finds_out_that_the_platform_wants_another_pause_and_then_they_double()
      throws Exception {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    try (var platform = new LimitedPlatform(Map.of("/thing", "{}"), "/thing", 1, PAUSE)) {
      var document =
          new StringBuilder(
              "document: {dsl: '1.0.3', namespace: pause, name: storm, version: '1.0.0'}\n"
                  + "do:\n  - all:\n      fork:\n        branches:\n");
      for (int i = 0; i < BRANCHES; i++) {
        document.append(
            """
                      - b%d:
                          try: [{post: {call: http, with: {method: post, endpoint: '%s/thing'}}}]
                          catch:
                            errors: {with: {status: 429}}
                            retry: {delay: {milliseconds: 100}, limit: {attempt: {count: 20}}}
            """
                .formatted(i, platform.url()));
      }
      var start = Json.object();
      start.put(
          "workflow", customer.postYaml("/workflows", document.toString()).path("id").asText());
      var run = customer.post("/runs", start).path("id").asText();
      Patience.await("the storm is over")
          .until(
              () -> customer.get("/runs/" + run).path("state").asText(),
              state -> state.equals("SUCCEEDED"));
      var journal = platform.journal();
      var first = journal.getFirst().at();
      var refused = journal.stream().filter(entry -> entry.status() == 429).toList();
      var again = refused.getLast().at();
      assertThat(refused).hasSizeLessThanOrEqualTo(BRANCHES + 1);
      assertThat(refused.stream().filter(e -> !e.at().isBefore(first.plus(PAUSE)))).hasSize(1);
      var after = journal.stream().filter(entry -> entry.at().isAfter(again)).toList();
      assertThat(after).hasSize(BRANCHES).allMatch(entry -> entry.status() == 200);
      assertThat(after.getFirst().at()).isAfterOrEqualTo(again.plus(PAUSE));
      assertThat(after.get(1).at())
          .as("the second comes once the first is answered")
          .isAfter(after.getFirst().answered());
    }
  }
}
