package io.ganglion.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Undoing what a run did that has ended, judged by the platform's journal. */
@QuarkusTest
class UndoResourceTest {
  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private String agent = "";

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    agent = new Troupe(customer).with("x", "main").agent("poster");
  }

  private String run(String name, String tasks, String state) {
    var document =
        "document: {dsl: '1.0.3', namespace: undo, name: %s, version: '1.0.0'}%ndo:%n%s"
            .formatted(name, tasks);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    await(run, state);
    return run;
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private String posted(String state, String more) {
    var post = "  - post: {call: x.createPost, with: {connection: main, text: hello}}\n";
    return effect(run("post-" + state.toLowerCase(Locale.ROOT), post + more, state));
  }

  private String effect(String run) {
    return Patience.await("its effect has landed")
        .until(
            () -> customer.get("/runs/" + run + "/effects").path("data").path(0),
            it -> it.path("state").asText().equals("LANDED"))
        .path("id")
        .asText();
  }

  private ValidatableResponse undo(String effect) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + customer.key())
        .post("/api/v1/effects/" + effect + "/undo")
        .then();
  }

  private List<String> happened() {
    return customer.all("/lab/journal?platform=x").stream()
        .map(entry -> entry.path("kind").asText())
        .toList();
  }

  private String state(String effect) {
    return customer.get("/effects/" + effect).path("state").asText();
  }

  @Nested
  @Tag("it")
  class Status_202 {
    @Test
    void a_run_of_its_own_takes_the_effect_back() {
      var effect = posted("SUCCEEDED", "");
      String run = undo(effect).statusCode(202).extract().path("id");
      assertThat(await(run, "SUCCEEDED").path("agent").asText()).isEqualTo(agent);
      assertThat(state(effect)).isEqualTo("UNDONE");
      var undone = customer.get("/runs/" + run + "/effects").path("data");
      assertThat(undone).hasSize(1);
      assertThat(undone.path(0).path("undo_of").asText()).isEqualTo(effect);
      assertThat(happened()).containsExactly("post.created", "post.deleted");
      undo(effect).statusCode(409).body("code", equalTo("effect_not_landed"));
    }

    @Test
    void asking_again_while_it_is_under_way_gives_the_same_run() {
      var effect = posted("SUCCEEDED", "");
      customer.post("/tenant/pause", Json.object());
      String run = undo(effect).statusCode(202).extract().path("id");
      undo(effect)
          .statusCode(202)
          .body("id", equalTo(run))
          .header("Location", endsWith("/api/v1/runs/" + run));
      customer.post("/tenant/resume", Json.object());
      await(run, "SUCCEEDED");
      assertThat(happened()).containsExactly("post.created", "post.deleted");
    }

    @Test
    void what_the_platform_refuses_waits_for_a_person_and_can_be_tried_anew() {
      var effect = posted("SUCCEEDED", "");
      var fault = Json.object().put("platform", "x").put("kind", "unauthorized");
      customer.post("/lab/faults", fault.put("method", "DELETE").put("remaining", 1));
      String run = undo(effect).statusCode(202).extract().path("id");
      await(run, "NEEDS_ATTENTION");
      customer.post("/runs/" + run + "/acknowledge", Json.object().put("subject", effect));
      await(run, "FAILED");
      assertThat(state(effect)).isEqualTo("LANDED");
      assertThat(happened()).containsExactly("post.created");
      String again = undo(effect).statusCode(202).extract().path("id");
      await(again, "SUCCEEDED");
      assertThat(state(effect)).isEqualTo("UNDONE");
    }
  }

  @Nested
  @Tag("it")
  class Status_404 {
    @Test
    void for_another_tenants_effect() {
      var effect = posted("SUCCEEDED", "");
      customer = Customer.newTenant(url.replaceAll("/$", ""));
      undo(effect).statusCode(404);
      undo(new EffectId(UUID.randomUUID()).toString()).statusCode(404);
    }
  }

  @Nested
  @Tag("it")
  class Status_409 {
    @Test
    void while_its_run_goes_on() {
      var effect = posted("WAITING", "  - later: {wait: {hours: 1}}\n");
      undo(effect).statusCode(409).body("code", equalTo("run_under_way"));
    }

    @Test
    void for_what_has_no_undo() throws IOException {
      try (var platform = new LoopbackPlatform()) {
        var call =
            "  - act: {call: http, with: {method: post, endpoint: '%s', body: {}}}\n"
                .formatted(platform.url("/act"));
        undo(effect(run("act", call, "SUCCEEDED")))
            .statusCode(409)
            .body("code", equalTo("effect_irreversible"));
      }
    }
  }
}
