package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of the process that opens worlds, walks their runs and judges them: each trial is judged
 * once all the same, and nothing is lost or made twice.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
@Tag("long")
class TrialFaultTest {
  private static final int KILLS = 3;

  @Test
  void trials_whose_worker_is_killed_are_judged_all_the_same() throws Exception {
    var random = Seed.random("kill -9 of trials × " + KILLS);
    int front = Stack.freePort();
    int port = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready()) {
      var customer = Customer.newTenant(lab.url());
      var body = Json.object().put("scenario", "two-feeds").put("seed", 1).put("seeds", 12);
      var trials = new ArrayList<String>();
      customer
          .post("/lab/trials", body)
          .path("data")
          .forEach(trial -> trials.add(trial.path("id").asText()));
      for (int i = 0; i < KILLS; i++) {
        var worker = BackendProcess.start("worker", port, front).ready();
        Thread.sleep(random.nextLong(300, 2_500)); // when it strikes is the point
        worker.kill();
      }
      try (var last = BackendProcess.start("worker", port, front).ready()) {
        for (var trial : trials) {
          var judged = judged(customer, trial);
          assertThat(judged.path("state").asText()).as("%s", judged).isEqualTo("judged");
          assertThat(judged.at("/result/facts/duplicates").asInt()).isZero();
          assertThat(judged.at("/result/facts/losses").asInt()).isZero();
          assertThat(judged.at("/result/facts/coherent").asBoolean()).as("%s", judged).isTrue();
        }
        assertThat(customer.all("/connections")).isEmpty();
      }
    }
  }

  private static JsonNode judged(Customer customer, String trial) {
    return Patience.await(trial + " is judged")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> customer.get("/lab/trials/" + trial),
            now -> now.path("state").asText().matches("judged|failed"));
  }
}
