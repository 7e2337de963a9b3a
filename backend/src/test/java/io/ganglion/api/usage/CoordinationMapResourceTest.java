package io.ganglion.api.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the map says of a tenant, while it acts and after. */
@QuarkusTest
@Tag("it")
class CoordinationMapResourceTest {
  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private String agent;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    agent = new Troupe(customer).with("x", "main").agent("poster");
  }

  private String start(String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: drills, name: map, version: '1.0.0'}\ndo:\n" + tasks;
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode map() {
    return customer.get("/map");
  }

  private static List<String> each(JsonNode map, String list, String member) {
    var found = new ArrayList<String>();
    map.path(list).forEach(one -> found.add(one.path(member).asText()));
    return found;
  }

  @Test
  void what_a_run_holds_and_has_sent_is_there_until_it_is_over() {
    var slow = Json.object().put("platform", "x").put("kind", "slow").put("delay_ms", 2_000);
    customer.post("/lab/faults", slow.put("method", "POST").put("remaining", 1));
    var run = start("- post: {call: x.createPost, with: {connection: main, text: seen}}\n");
    var during =
        Patience.await(run)
            .until(
                this::map, now -> !now.path("effects").isEmpty() && !now.path("holds").isEmpty());
    assertThat(each(during, "effects", "run")).containsExactly(run);
    assertThat(each(during, "effects", "state")).containsExactly("DISPATCHED");
    assertThat(each(during, "effects", "position")).containsExactly("/do/0/post");
    assertThat(each(during, "holds", "run")).containsExactly(run);
    assertThat(each(during, "holds", "weight")).containsExactly("1");
    assertThat(each(during, "holds", "system"))
        .isEqualTo(each(during, "connections", "system"))
        .isEqualTo(each(during, "effects", "system"));
    assertThat(each(during, "runs", "id")).containsExactly(run);
    assertThat(each(during, "runs", "agent")).containsExactly(agent);
    assertThat(each(during, "agents", "name")).containsExactly("poster");
    assertThat(during.path("cut").asBoolean()).isFalse();
    var neighbour = Customer.newTenant(url.replaceAll("/$", "")).get("/map");
    for (var list : List.of("agents", "connections", "runs", "holds", "effects", "approvals")) {
      assertThat(neighbour.path(list)).as(list).isEmpty();
    }
    var after = Patience.await(run).until(this::map, now -> now.path("effects").isEmpty());
    after = Patience.await(run).until(this::map, now -> now.path("holds").isEmpty());
    assertThat(after.path("runs")).isEmpty();
    assertThat(each(after, "connections", "status")).containsExactly("active");
  }

  @Test
  void what_is_asked_of_people_is_there_until_they_decide() {
    start("- ask: {call: ganglion.approval, with: {title: May I?}}\n");
    var asked = Patience.await("asked").until(this::map, now -> !now.path("approvals").isEmpty());
    var approval = asked.path("approvals").get(0).asText();
    customer.post("/approvals/" + approval + "/approve", Json.object());
    Patience.await("decided").until(this::map, now -> now.path("approvals").isEmpty());
  }

  @Test
  void a_run_that_needs_somebody_is_there_with_what_nobody_knows() {
    agent = new Troupe(customer).with("telegram", "bot").agent("teller");
    var lost = Json.object().put("platform", "telegram").put("kind", "reset_after");
    customer.post("/lab/faults", lost.put("method", "sendMessage").put("remaining", 1));
    var run =
        start(
            "- tell: {call: telegram.sendMessage, with: {connection: bot, chat_id: 4711, text: hi}}\n");
    var doubt =
        Patience.await(run)
            .until(this::map, now -> each(now, "runs", "state").contains("NEEDS_ATTENTION"));
    assertThat(each(doubt, "runs", "id")).containsExactly(run);
    assertThat(each(doubt, "effects", "state")).containsExactly("UNKNOWN");
    assertThat(customer.get("/runs?state=NEEDS_ATTENTION").path("data")).hasSize(1);
    assertThat(customer.get("/effects?state=UNKNOWN").path("data")).hasSize(1);
    var effect = doubt.path("effects").get(0).path("id").asText();
    customer.post(
        "/effects/" + effect + "/resolve",
        Json.object().put("outcome", "landed").put("reference", "1"));
    var after = Patience.await(run).until(this::map, now -> now.path("runs").isEmpty());
    assertThat(after.path("effects")).isEmpty();
  }
}
