package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Told;
import io.ganglion.testing.WebhookReceiver;
import io.ganglion.testing.WebhookReceiver.Received;
import io.ganglion.testing.WebhookReceiver.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * kill -9 of the process that sends webhooks, in the middle of turning events into messages and of
 * sending them: every message comes at every endpoint at least once, always under the same id, and
 * none is lost. Judged by what the endpoints got.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class WebhookFaultTest {
  private static final int EVENTS_A_KILL = 100;

  /** So short that what a dead process had under way is soon another's. */
  private static final Map<String, String> SOON =
      Map.of(
          "GANGLION_WEBHOOK_LEASE", "5s",
          "GANGLION_WEBHOOK_TIMEOUT", "2s",
          "GANGLION_EGRESS_SETUP", "2s",
          "GANGLION_EGRESS_CONNECT", "1s");

  @Test
  void three_kills_lose_no_message() throws Exception {
    run(3);
  }

  @Test
  @Tag("long")
  void thirty_kills_lose_no_message() throws Exception {
    run(30);
  }

  private static void run(int kills) throws Exception {
    var random = Seed.random("kill -9 of webhooks × " + kills);
    int front = Stack.freePort();
    int back = Stack.freePort();
    try (var receiver = new WebhookReceiver();
        var api = BackendProcess.start("api", front, front, SOON).ready()) {
      // slow enough to be caught in the act
      receiver.replies("/a", one -> new Reply(204, Map.of(), "", 20));
      receiver.replies("/b", one -> new Reply(204, Map.of(), "", 5));
      var customer = Customer.newTenant(api.url());
      for (var path : new String[] {"/a", "/b"}) {
        customer.post("/endpoints", Json.object().put("url", receiver.url(path)));
      }
      var sender = BackendProcess.start("webhook", back, front, SOON).ready();
      int told = 0;
      for (int k = 0; k < kills; k++) {
        for (int i = 0; i < EVENTS_A_KILL; i++) {
          Told.happened(customer.tenant(), "invoice.paid", "{\"number\":\"%d\"}".formatted(told++));
        }
        Thread.sleep(random.nextLong(20, 600)); // when it strikes is the point of the test
        sender.kill();
        sender = BackendProcess.start("webhook", back, front, SOON).ready();
      }
      try (var last = sender) {
        judge(receiver, told);
      }
    }
  }

  private static void judge(WebhookReceiver receiver, int told) {
    for (var path : new String[] {"/a", "/b"}) {
      Patience.await("all of " + told + " at " + path)
          .atMost(Duration.ofMinutes(3))
          .until(() -> receiver.at(path).stream().map(Received::id).distinct().count() == told);
    }
    var ids = new HashMap<String, String>();
    for (var one : receiver.all()) {
      var number = Json.read(one.body()).at("/data/number").asText();
      assertThat(ids.merge(number, one.id(), (before, now) -> before)).isEqualTo(one.id());
    }
    assertThat(ids).hasSize(told);
    assertThat(new HashSet<>(ids.values())).hasSize(told);
    int again = receiver.all().size() - 2 * told;
    System.out.printf("webhooks: %d messages, %d sent once more after a kill%n", 2 * told, again);
  }
}
