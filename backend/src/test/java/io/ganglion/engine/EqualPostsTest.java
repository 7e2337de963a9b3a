package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A platform that refuses what was said before says nothing of whose it was. */
@QuarkusTest
@Tag("it")
class EqualPostsTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "NEEDS_ATTENTION");

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private String agent;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    agent = new Troupe(customer).with("x", "main").agent("poster");
  }

  private JsonNode run(String name, String tasks) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: equal, name: %s, version: '1.0.0'}
        do:
        %s
        """
            .formatted(name, tasks);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    return Patience.await(run)
        .atMost(Duration.ofMinutes(2))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }

  private static final String POST =
      "- post: {call: x.createPost, with: {connection: main, text: same}, metadata: {ganglion: {compensate: auto}}}";

  @Test
  void another_runs_post_is_not_taken_for_ones_own_nor_taken_back() {
    assertThat(run("one", "  " + POST).path("state").asText()).isEqualTo("SUCCEEDED");
    var second = run("two", "  " + POST);
    assertThat(second.path("state").asText()).as("%s", second).isEqualTo("FAILED");
    assertThat(second.at("/error/status").asInt()).isEqualTo(403);
    assertThat(customer.all("/runs/" + second.path("id").asText() + "/effects"))
        .extracting(effect -> effect.path("state").asText())
        .containsExactly("NOT_LANDED");
    assertThat(customer.all("/lab/journal?platform=x"))
        .extracting(entry -> entry.path("kind").asText())
        .containsExactly("post.created");
  }

  @Test
  void a_read_that_is_given_up_is_not_in_doubt() {
    var fault = Json.object().put("platform", "x").put("kind", "reset_before");
    customer.post("/lab/faults", fault.put("remaining", 100));
    var run = run("read", "  - me: {call: x.me, with: {connection: main}}");
    assertThat(run.path("state").asText()).as("%s", run).isEqualTo("FAILED");
    assertThat(customer.all("/effects?state=UNKNOWN")).isEmpty();
  }
}
