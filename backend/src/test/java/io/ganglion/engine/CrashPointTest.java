package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.db.CommitFailed;
import io.ganglion.effect.CrashPoints;
import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The worker forgets a run at an exact boundary around the send, as if it had died there, for
 * actions of every retry class; the platforms' journals judge. All runs go side by side, since most
 * of the time is spent waiting until absence proves something.
 */
@QuarkusTest
@Tag("faults")
class CrashPointTest {
  private static final Set<String> SETTLED = Set.of("SUCCEEDED", "FAILED", "NEEDS_ATTENTION");

  @TestHTTPResource("/")
  String url = "";

  @Inject Trap trap;

  /** Forgets each run once, at the boundary that is set for it. */
  @ApplicationScoped
  static class Trap implements CrashPoints {
    private final Map<RunId, Boundary> armed = new ConcurrentHashMap<>();
    private final Set<RunId> sprung = ConcurrentHashMap.newKeySet();

    void arm(RunId run, Boundary boundary) {
      armed.put(run, boundary);
    }

    boolean died(RunId run) {
      return sprung.contains(run);
    }

    @Override
    public void pass(RunId run, Boundary boundary) {
      if (armed.remove(run, boundary)) {
        sprung.add(run);
        throw new CommitFailed.Lost(new IllegalStateException("died at " + boundary));
      }
    }
  }

  /**
   * What a run does.
   *
   * @param task with the place of a connection's name, or of a path
   * @param kind of the laboratory's journal entry that says it happened; empty for HTTP
   */
  private record Action(String platform, String task, String kind) {
    boolean http() {
      return kind.isEmpty();
    }
  }

  /** One run that dies at one boundary; it has an account, or a path, of its own. */
  private record Case(Action action, Boundary boundary, String name, String run) {}

  private static final List<Action> SECONDS =
      List.of(
          new Action("get", "{call: http, with: {method: get, endpoint: '%s'}}", ""),
          new Action("put", "{call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}", ""),
          new Action(
              "post", "{call: http, with: {method: post, endpoint: '%s', body: {a: 1}}}", ""),
          new Action(
              "x",
              "{call: x.createPost, with: {connection: '%s', text: crash and burn}}",
              "post.created"),
          new Action(
              "binance",
              "{call: binance.createOrder, with: {connection: '%s', symbol: BTCUSDT, side: BUY, type: MARKET, quoteOrderQty: '25'}}",
              "order.filled"),
          new Action(
              "model",
              "{call: model.chat, with: {connection: '%s', model: lab-small-1, messages: [{role: user, content: hello}]}}",
              "model.completed"));

  private static final List<Action> MINUTES =
      List.of(
          new Action(
              "instagram",
              "{call: instagram.publishPhoto, with: {connection: '%s', image_url: 'https://example.org/a.png', caption: crash and burn}}",
              "media.published"),
          new Action(
              "evm",
              "{call: evm.sendTransaction, with: {connection: '%s', to: '0x00000000000000000000000000000000000c0ffe', value_wei: '1000'}}",
              "tx.mined"));

  @Test
  void what_reaches_the_platform_is_what_the_class_allows() throws Exception {
    crash(SECONDS);
  }

  @Test
  @Tag("long")
  void platforms_that_take_minutes_to_judge_are_exact_too() throws Exception {
    crash(MINUTES);
  }

  private void crash(List<Action> actions) throws Exception {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    try (var loopback = new LoopbackPlatform()) {
      var troupe = new Troupe(customer);
      for (var action : actions) {
        for (var boundary : Boundary.values()) {
          if (!action.http()) { // an account each, so that they don't wait in line
            troupe.with(action.platform(), name(action, boundary));
          }
        }
      }
      var agent = troupe.agent("crashing");
      var cases = new ArrayList<Case>();
      for (var action : actions) {
        for (var boundary : Boundary.values()) {
          cases.add(start(customer, agent, action, boundary, loopback));
        }
      }
      for (var one : cases) {
        long happened = settledThenCounted(customer, one, troupe, loopback);
        judge(customer, one, happened);
      }
    }
  }

  private static String name(Action action, Boundary boundary) {
    return "%s-%d".formatted(action.platform(), boundary.ordinal());
  }

  private Case start(
      Customer customer,
      String agent,
      Action action,
      Boundary boundary,
      LoopbackPlatform loopback) {
    var name = name(action, boundary);
    var task = action.task().formatted(action.http() ? loopback.url("/" + name) : name);
    var document =
        """
        document: {dsl: '1.0.3', namespace: crashes, name: %s, version: '1.0.0'}
        do:
          - first: {wait: PT3S}
          - act: %s
        """
            .formatted(name, task);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    trap.arm(RunId.fromString(run), boundary); // its first task waits: this is in time
    return new Case(action, boundary, name, run);
  }

  private long settledThenCounted(
      Customer customer, Case one, Troupe troupe, LoopbackPlatform loopback) {
    Patience.await(one.name())
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> SETTLED.contains(customer.get("/runs/" + one.run()).path("state").asText()));
    assertThat(trap.died(RunId.fromString(one.run()))).as("%s died", one.name()).isTrue();
    if (one.action().http()) {
      return loopback.effects("/" + one.name());
    }
    var journal =
        "/lab/journal?platform=%s&account=%s"
            .formatted(one.action().platform(), troupe.account(one.name()));
    return customer.all(journal).stream()
        .filter(entry -> entry.path("kind").asText().equals(one.action().kind()))
        .count();
  }

  private static void judge(Customer customer, Case one, long happened) {
    var run = customer.get("/runs/" + one.run());
    var effect = customer.all("/runs/" + one.run() + "/effects").getFirst();
    var found =
        assertThat(run.path("state").asText())
            .as("%s died at %s: %s", one.name(), one.boundary(), Json.write(run));
    boolean intended = one.boundary() != Boundary.BEFORE_INTENT;
    boolean sent = one.boundary().compareTo(Boundary.SENT) >= 0;
    switch (effect.path("retry_class").asText()) {
      case "pure", "idempotent" -> {
        found.isEqualTo("SUCCEEDED");
        assertThat(happened).as(one.name()).isBetween(1L, sent ? 2L : 1L);
      }
      case "reconcilable" -> {
        found.isEqualTo("SUCCEEDED");
        assertThat(happened).as(one.name()).isEqualTo(1);
      }
      case "blind" -> {
        found.isEqualTo(intended ? "NEEDS_ATTENTION" : "SUCCEEDED");
        assertThat(effect.path("state").asText()).isEqualTo(intended ? "UNKNOWN" : "LANDED");
        assertThat(happened).as(one.name()).isEqualTo(intended && !sent ? 0 : 1);
      }
      default -> throw new AssertionError(effect);
    }
  }
}
