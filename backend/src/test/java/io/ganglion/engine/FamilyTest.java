package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.PatientPlatform;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run, the runs it started, and the exclusive system they share. */
@QuarkusTest
@Tag("it")
class FamilyTest {
  private static final String POST =
      "- post: {call: x.createPost, with: {connection: main, text: '${ .text }'}, output: {as: '${ $workflow.input }'}}";
  private static final String PARENT =
      """
      - both:
          fork:
            branches:
              - busy: {call: http, with: {method: get, endpoint: '${ .busy }'}}
              - act:
                  do:
                    - post: {call: x.createPost, with: {connection: main, text: parent}, output: {as: '${ $workflow.input }'}}
                    - sub: {run: {workflow: {namespace: family, name: child, version: latest, input: {text: child}}, await: false}}
      """;

  @TestHTTPResource("/")
  String url = "";

  private final PatientPlatform platform;
  private Customer customer;
  private Troupe troupe;
  private String agent;

  FamilyTest() throws IOException {
    platform = new PatientPlatform();
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer).with("x", "main");
    agent = troupe.agent("family");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private String workflow(String name, String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: family, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks.indent(2));
    return customer.postYaml("/workflows", document).path("id").asText();
  }

  private String start(String workflow, String text) {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.set("input", Json.object().put("text", text).put("busy", platform.url()));
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private String childOf(String parent) {
    return Patience.await("it has a child")
        .until(
            () ->
                customer.all("/runs").stream()
                    .filter(run -> run.path("parent").asText().equals(parent))
                    .map(run -> run.path("id").asText())
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private List<String> posts() {
    return customer.all("/lab/journal?platform=x&account=" + troupe.account("main")).stream()
        .filter(entry -> entry.path("kind").asText().equals("post.created"))
        .map(entry -> entry.path("payload").path("text").asText())
        .toList();
  }

  @Test
  void a_sub_run_acts_on_what_its_root_holds_and_no_stranger_does() {
    var child = workflow("child", POST);
    var parent = start(workflow("parent", PARENT), "");
    var sub = childOf(parent);
    await(sub, "SUCCEEDED");
    assertThat(customer.get("/runs/" + parent).path("state").asText()).isEqualTo("RUNNING");

    var stranger = start(child, "stranger");
    var waiting = await(stranger, "WAITING").path("waiting_for");
    assertThat(waiting.path("detail").asText()).contains("held by run " + parent);
    platform.answer();
    await(parent, "SUCCEEDED");
    await(stranger, "SUCCEEDED");
    assertThat(posts()).containsExactlyInAnyOrder("parent", "child", "stranger");

    var whole = customer.get("/runs/" + parent + "/receipt");
    assertThat(whole.path("holds"))
        .extracting(hold -> hold.path("run").asText())
        .contains(parent, sub);
    assertThat(whole.path("depth_peak").asInt()).as("x and the busy platform").isEqualTo(2);
    var part = customer.get("/runs/" + sub + "/receipt");
    assertThat(part.path("root").asText()).isEqualTo(parent);
    assertThat(part.path("holds"))
        .extracting(hold -> hold.path("run").asText())
        .containsExactly(sub);
    assertThat(part.path("charge").path("depth_ms").asLong()).isZero();
  }
}
