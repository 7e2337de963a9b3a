package io.ganglion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples that wait for events, or start by themselves. */
@QuarkusTest
@Tag("it")
class EventExamplesTest {
  @TestHTTPResource("/")
  String url = "";

  private Customer customer;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
  }

  private String stored(String name) throws IOException {
    var yaml = Files.readString(Path.of("..", "examples", name + ".yaml"));
    return customer.postYaml("/workflows", yaml).path("id").asText();
  }

  private String started(String workflow) {
    return customer.post("/runs", Json.object().put("workflow", workflow)).path("id").asText();
  }

  private JsonNode in(String run, String state) {
    return Patience.await(run + " to be " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  /** The first run that the workflow's schedule started, once it has succeeded. */
  private JsonNode firstOf(String workflow) {
    var schedule =
        Patience.await("a run of " + workflow)
            .pollInterval(Duration.ofMillis(100))
            .until(
                () -> customer.get("/workflows/" + workflow + "/schedule"),
                it -> it.hasNonNull("last_run"));
    return in(schedule.path("last_run").asText(), "SUCCEEDED");
  }

  @Test
  void the_best_of_three_bids_on_the_lot_is_found() throws IOException {
    var run = started(stored("listen"));
    in(run, "WAITING");
    customer.tell("com.example.bid", Json.read("{\"lot\":\"8\",\"amount\":900}"));
    customer.tell("com.example.bid", Json.read("{\"lot\":\"7\",\"amount\":90}"));
    for (int amount : new int[] {110, 150, 120}) {
      var bid = Json.object().put("lot", "7").put("amount", amount);
      customer.tell("com.example.bid", bid);
    }
    assertThat(in(run, "SUCCEEDED").path("output")).isEqualTo(Json.read("{\"best\":150}"));
  }

  @Test
  void an_order_starts_its_run() throws IOException {
    var workflow = stored("scheduled");
    customer.tell("com.example.order.placed", Json.read("{\"order\":\"a\",\"total\":0}"));
    customer.tell("com.example.order.placed", Json.read("{\"order\":\"b\",\"total\":5}"));
    assertThat(firstOf(workflow).at("/output/text").asText()).isEqualTo("Thank you for order b!");
  }

  @Test
  void either_event_starts_a_run() throws IOException {
    var workflow = stored("schedule-any");
    customer.tell("com.example.parcel.seen");
    customer.tell("com.example.parcel.lost");
    assertThat(firstOf(workflow).at("/output/kind").asText()).isEqualTo("com.example.parcel.lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"every", "after"})
  void time_starts_a_run(String kind) throws IOException {
    var workflow = stored("schedule-" + kind);
    assertThat(firstOf(workflow).at("/output/kind").asText()).isEqualTo(kind);
    customer.post("/workflows/" + workflow + "/schedule/pause", Json.object());
  }

  @Test
  void the_calendar_says_when_and_a_run_may_be_started_by_hand() throws IOException {
    var workflow = stored("schedule-cron");
    var schedule = customer.get("/workflows/" + workflow + "/schedule");
    assertThat(schedule.path("kind").asText()).isEqualTo("cron");
    assertThat(Instant.parse(schedule.path("next_at").asText())).isAfter(Instant.now());
    assertThat(in(started(workflow), "SUCCEEDED").at("/output/kind").asText()).isEqualTo("cron");
  }
}
