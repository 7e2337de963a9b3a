package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A tenant that stores and runs workflows over the public API. */
final class Kit {
  /** Prefix of the DSL's standard error types. */
  static final String ERRORS = "https://serverlessworkflow.io/spec/1.0.0/errors/";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Set<String> NOT_ENDED = Set.of("QUEUED", "RUNNING", "WAITING");

  private final Callers.Owner owner = Callers.owner();

  Callers.Owner owner() {
    return owner;
  }

  /** A run as the API shows it, once it has ended. */
  record Ended(String id, JsonNode view) {
    /** Its output; it must have succeeded. */
    JsonNode output() {
      assertThat(view.path("state").asText()).as(view.toString()).isEqualTo("SUCCEEDED");
      return view.path("output");
    }

    /** Its error; it must have failed. */
    JsonNode error() {
      assertThat(view.path("state").asText()).as(view.toString()).isEqualTo("FAILED");
      return view.path("error");
    }
  }

  /** Runs a workflow given by all that follows {@code document}. */
  Ended run(String body, String input) {
    return start(body, "{\"workflow\":\"%s\",\"input\":" + input + "}");
  }

  Ended run(String body) {
    return run(body, "{}");
  }

  /** Runs a workflow in the name of an agent. */
  Ended runAs(String agent, String body, String input) {
    var start = "{\"workflow\":\"%s\",\"agent\":\"" + agent + "\",\"input\":" + input + "}";
    return start(body, start);
  }

  private Ended start(String body, String start) {
    var run = owner.run(start.replace("%s", owner.workflow(document(body))));
    return new Ended(run, ended(run));
  }

  /** The violations of a workflow that is refused. */
  JsonNode refused(String body) {
    return Json.read(
            owner
                .request()
                .contentType("application/yaml")
                .body(document(body).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/workflows/validate")
                .then()
                .statusCode(422)
                .extract()
                .asString())
        .path("errors");
  }

  /** Names of the tasks of a run in the order they began. */
  List<String> tasks(Ended run) {
    return owner
        .request()
        .get("/api/v1/runs/" + run.id() + "/steps")
        .then()
        .statusCode(200)
        .extract()
        .path("data.name");
  }

  /** What is on record of a run's tasks, in the order they began. */
  JsonNode steps(Ended run) {
    return Json.read(owner.request().get("/api/v1/runs/" + run.id() + "/steps").asString())
        .path("data");
  }

  private JsonNode ended(String run) {
    return Patience.await("the end of " + run)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> Json.read(owner.request().get("/api/v1/runs/" + run).asString()),
            view -> !NOT_ENDED.contains(view.path("state").asText()));
  }

  private static String document(String body) {
    return "document: {dsl: '1.0.3', namespace: kit, name: k%d, version: '1.0.0'}\n%s"
        .formatted(NUMBER.incrementAndGet(), body);
  }
}
