package io.ganglion.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunEventResourceTest {
  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  private String start(String tasks) {
    owner
        .request()
        .contentType("application/yaml")
        .body(
            "document: {dsl: '1.0.3', namespace: routes, name: told, version: '1.0.0'}%ndo:%n%s"
                .formatted(tasks)
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/workflows")
        .then()
        .statusCode(201);
    return owner
        .request()
        .body("{\"workflow\":\"routes/told\"}")
        .post("/api/v1/runs")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** Reads to the end of the stream, which comes with the end of the run. */
  private List<String> stream(String run, String lastEventId) {
    var request = owner.request().accept("text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    return request
        .get("/api/v1/runs/" + run + "/events")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/event-stream"))
        .extract()
        .asString()
        .lines()
        .toList();
  }

  /** Of the events: a block without data tells a place alone. */
  private static List<String> of(List<String> lines, String field) {
    var found = new ArrayList<String>();
    for (var block : String.join("\n", lines).split("\n\n")) {
      if (block.contains("data:")) {
        block
            .lines()
            .filter(line -> line.startsWith(field + ":"))
            .forEach(line -> found.add(line.substring(field.length() + 1).strip()));
      }
    }
    return found;
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void a_stream_tells_a_run_from_its_start_to_its_end_and_closes() {
      var run = start("  - rest: {wait: {milliseconds: 1200}}\n  - keep: {set: {a: 1}}\n");
      var types = of(stream(run, ""), "event");
      assertThat(types)
          .containsSubsequence(
              "io.serverlessworkflow.workflow.started.v1",
              "io.serverlessworkflow.workflow.status-changed.v1",
              "io.serverlessworkflow.task.started.v1",
              "io.serverlessworkflow.task.completed.v1",
              "io.serverlessworkflow.workflow.completed.v1");
      assertThat(types).endsWith("io.serverlessworkflow.workflow.completed.v1");
    }

    @Test
    void a_task_that_listens_tells_of_its_correlation_and_a_try_of_its_retries() {
      var run =
          start(
              """
                - tell: {emit: {event: {with: {source: 'https://shop.example', type: sold}}}}
                - hear: {listen: {to: {one: {with: {type: sold}}}}}
                - attempt:
                    try:
                      - fail: {raise: {error: {type: 'https://example.org/no', status: 503}}}
                    catch:
                      retry: {delay: PT0.01S, limit: {attempt: {count: 2}}}
              """);
      var types = of(stream(run, ""), "event");
      assertThat(types)
          .containsSubsequence(
              "io.serverlessworkflow.workflow.correlation-started.v1",
              "io.serverlessworkflow.workflow.correlation-completed.v1",
              "io.serverlessworkflow.task.faulted.v1",
              "io.serverlessworkflow.task.retried.v1",
              "io.serverlessworkflow.task.faulted.v1",
              "io.serverlessworkflow.task.retried.v1",
              "io.serverlessworkflow.workflow.faulted.v1");
    }

    @Test
    void a_stream_has_the_headers_of_other_answers_and_no_proxy_holds_it_back() {
      owner
          .request()
          .accept("text/event-stream")
          .get("/api/v1/runs/" + start("  - one: {set: {a: 1}}\n") + "/events")
          .then()
          .statusCode(200)
          .header("X-Accel-Buffering", "no")
          .header("Ganglion-Version", "2026-11-29")
          .header("RateLimit-Policy", startsWith("\"caller\""))
          .header("RateLimit", startsWith("\"caller\";r="));
    }

    @Test
    void a_stream_is_resumed_after_any_event_and_misses_none() {
      var run = start("  - one: {set: {a: 1}}\n  - two: {set: {b: 2}}\n");
      var ids = of(stream(run, ""), "id");
      assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(7);
      for (int i = 0; i < ids.size() - 1; i++) {
        assertThat(of(stream(run, ids.get(i)), "id")).isEqualTo(ids.subList(i + 1, ids.size()));
      }
    }

    @Test
    void the_list_has_the_same_events_in_pages_with_the_reference_s_data() {
      var run =
          start("  - stop: {raise: {error: {type: 'https://example.com/no', status: 418}}}\n");
      var ids = of(stream(run, ""), "id");
      owner
          .request()
          .get("/api/v1/runs/" + run + "/events")
          .then()
          .statusCode(200)
          .body("data.id", equalTo(ids))
          .body("data.specversion", hasItem("1.0"))
          .body(
              "data.find { it.type.endsWith('workflow.faulted.v1') }.data.error.status",
              equalTo(418))
          .body(
              "data.find { it.type.endsWith('task.faulted.v1') }.data.task", equalTo("/do/0/stop"))
          .body(
              "data.find { it.type.endsWith('workflow.started.v1') }.data.definition.name",
              equalTo("told"));
      String cursor =
          owner
              .request()
              .get("/api/v1/runs/" + run + "/events?limit=2")
              .then()
              .body("data", hasSize(2))
              .extract()
              .path("next_cursor");
      owner
          .request()
          .get("/api/v1/runs/" + run + "/events?limit=2&cursor=" + cursor)
          .then()
          .body("data[0].id", equalTo(ids.get(2)));
    }
  }

  @Nested
  @Tag("it")
  class Status_4xx {
    @Test
    void an_id_that_is_none_is_refused() {
      var run = start("  - one: {set: {a: 1}}\n");
      owner
          .request()
          .accept("text/event-stream")
          .header("Last-Event-ID", "soon")
          .get("/api/v1/runs/" + run + "/events")
          .then()
          .statusCode(400);
    }

    @Test
    @Tag("isolation")
    void another_tenants_run_is_not_there() {
      var run = start("  - one: {set: {a: 1}}\n");
      for (var accept : List.of("text/event-stream", "application/json")) {
        Callers.owner()
            .request()
            .accept(accept)
            .get("/api/v1/runs/" + run + "/events")
            .then()
            .statusCode(404);
      }
    }
  }
}
