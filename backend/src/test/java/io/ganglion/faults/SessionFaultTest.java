package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of the process that takes a session's steps and walks them, while agents add them: a step
 * that was acknowledged is made once and ends, and so is one whose agent repeats its request.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class SessionFaultTest {
  private static final int SESSIONS = 5;
  private static final int STEPS_A_KILL = 12;
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(60);

  /** A step as its agent knows it. */
  private record Step(String session, String key, String text) {
    String path() {
      return "/runs/%s/steps/%s".formatted(session, key);
    }
  }

  @Test
  void three_kills_lose_and_duplicate_nothing() throws Exception {
    kill(3);
  }

  @Test
  @Tag("long")
  void fifty_kills_lose_and_duplicate_nothing() throws Exception {
    kill(50);
  }

  private static void kill(int kills) throws Exception {
    var random = Seed.random("kill -9 of sessions × " + kills);
    int front = Stack.freePort();
    int port = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready()) {
      var customer = Customer.newTenant(lab.url());
      var sessions = sessions(customer);
      var steps = new ArrayList<Step>();
      var door = door(port, front);
      for (int k = 0; k < kills; k++) {
        var agents = customer.at(door.url());
        var chosen = random.split();
        var adding = CompletableFuture.runAsync(() -> add(agents, sessions, steps, chosen));
        Thread.sleep(random.nextLong(20, 700)); // when it strikes is the point
        door.kill();
        door = door(port, front);
        adding.join();
      }
      try (var last = door) {
        end(customer, sessions, steps);
        judge(customer, steps);
      }
    }
  }

  private static List<String> sessions(Customer customer) {
    var troupe = new Troupe(customer);
    for (int i = 0; i < SESSIONS; i++) {
      troupe.with("x", "x" + i);
    }
    var body = Json.object().put("agent", troupe.agent("durable")).put("session", true);
    var sessions = new ArrayList<String>();
    for (int i = 0; i < SESSIONS; i++) {
      sessions.add(customer.post("/runs", body).path("id").asText());
    }
    return sessions;
  }

  private static BackendProcess door(int port, int lab) throws IOException {
    return BackendProcess.start("api,worker", port, lab).ready();
  }

  /** Each session posts from an account of its own. */
  private static void add(
      Customer agents, List<String> sessions, List<Step> steps, SplittableRandom random) {
    for (int i = 0; i < STEPS_A_KILL; i++) {
      int which = random.nextInt(SESSIONS);
      var step = new Step(sessions.get(which), "step-" + steps.size(), "post " + steps.size());
      var body = Json.object().put("connection", "x" + which).put("action", "x.createPost");
      body.set("input", Json.object().put("text", step.text));
      Patience.await("PUT " + step.path())
          .atMost(ACKNOWLEDGED)
          .pollInterval(Duration.ofMillis(50))
          .ignoreExceptions()
          .until(() -> agents.put(step.path(), body), answer -> true);
      steps.add(step);
    }
  }

  private static void end(Customer customer, List<String> sessions, List<Step> steps) {
    for (var step : steps) {
      Patience.await(step.path() + " has ended")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(state(customer.get(step.path()))).isEqualTo("completed"));
    }
    for (var session : sessions) {
      customer.post("/runs/%s/complete".formatted(session), Json.object());
      Patience.await("the session has ended")
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> assertThat(state(customer.get("/runs/" + session))).isEqualTo("SUCCEEDED"));
    }
  }

  private static String state(JsonNode record) {
    return record.path("state").asText();
  }

  private static void judge(Customer customer, List<Step> steps) {
    var posted = new ArrayList<String>();
    for (var entry : customer.all("/lab/journal?platform=x")) {
      if (entry.path("kind").asText().equals("post.created")) {
        posted.add(entry.path("payload").path("text").asText());
      }
    }
    System.out.printf("steps of sessions: %d, posts: %d%n", steps.size(), posted.size());
    assertThat(posted).containsExactlyInAnyOrderElementsOf(steps.stream().map(Step::text).toList());
  }
}
