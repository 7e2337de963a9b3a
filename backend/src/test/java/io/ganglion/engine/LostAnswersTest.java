package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs on Bluesky, Telegram and Solana whose answers get lost, judged by the platforms' journals.
 */
@QuarkusTest
@Tag("it")
class LostAnswersTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  @Inject CrashPointTest.Trap trap;

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;
  private String agent = "";
  private int number;

  private enum Act {
    BLUESKY(
        "bluesky.createPost",
        "text: 'hello #tea'",
        "POST",
        "/xrpc/com.atproto.repo.putRecord",
        "post.created"),
    TELEGRAM(
        "telegram.sendMessage", "chat_id: 4711, text: hello", "sendMessage", "", "message.sent"),
    SOLANA(
        "solana.transfer",
        "to: '4uQeVj5tqViQh7yWWGStvkEG1Zmhx6uasJtWCJziofM', lamports: '2000000'",
        "sendTransaction",
        "",
        "tx.landed");

    private final String function;
    private final String arguments;
    private final String method;
    private final String path;
    private final String done;

    Act(String function, String arguments, String method, String path, String done) {
      this.function = function;
      this.arguments = arguments;
      this.method = method;
      this.path = path;
      this.done = done;
    }

    String platform() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer);
    for (var act : Act.values()) {
      troupe.with(act.platform(), act.platform());
    }
    agent = troupe.agent("three");
  }

  @ParameterizedTest
  @EnumSource
  void an_act_lands_once(Act act) {
    var run = run(task(act, ""));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(happened(act)).containsExactly(act.done);
    assertThat(effect(run).path("evidence").asText()).isEqualTo("response");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset_after", "status_500_after", "malformed_after", "truncate_after"})
  void a_post_and_a_transfer_whose_answer_is_lost_land_once(String kind) {
    for (var act : List.of(Act.BLUESKY, Act.SOLANA)) {
      fault(act, kind);
      var run = run(task(act, ""));
      assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
      assertThat(happened(act)).as(kind).containsExactly(act.done);
    }
  }

  @Test
  void a_message_whose_answer_is_lost_is_never_sent_again() {
    fault(Act.TELEGRAM, "reset_after");
    var run = run(task(Act.TELEGRAM, ""));
    assertThat(run.path("state").asText()).isEqualTo("NEEDS_ATTENTION");
    assertThat(effect(run).path("state").asText()).isEqualTo("UNKNOWN");
    assertThat(happened(Act.TELEGRAM)).containsExactly("message.sent");
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_is_waited_out(Act act) {
    var fault = Json.object().put("platform", act.platform()).put("kind", "rate_limit");
    fault.put("method", act.method).put("path_prefix", act.path).put("remaining", 1);
    customer.post("/lab/faults", fault.put("delay_ms", 1_000));
    var run = run(task(act, ""));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(effect(run).path("attempts").asInt()).isEqualTo(2);
    assertThat(happened(act)).containsExactly(act.done);
  }

  @Test
  void what_can_be_taken_back_is_taken_back_when_the_run_fails() {
    var run =
        run(
            task(Act.BLUESKY, "metadata: {ganglion: {compensate: auto}}")
                + task(Act.TELEGRAM, "metadata: {ganglion: {compensate: auto}}")
                + "  - fail: {raise: {error: {type: https://example.com/x, status: 500, title: no}}}\n");
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("COMPENSATED");
    assertThat(happened(Act.BLUESKY)).containsExactly("post.created", "post.deleted");
    assertThat(happened(Act.TELEGRAM)).containsExactly("message.sent", "message.deleted");
  }

  /** Once the attempt before can't be under way any more, which is after the action's time. */
  @Test
  void what_is_taken_back_is_sent_again_when_its_worker_dies_and_asks_nobody() {
    var started =
        start(
            task(Act.BLUESKY, "metadata: {ganglion: {compensate: auto}}")
                + "  - rest: {wait: PT2S}\n"
                + "  - fail: {raise: {error: {type: https://example.com/x, status: 500, title: no}}}\n");
    Patience.await("it rests")
        .until(
            () -> customer.get("/runs/" + started).path("waiting_for").path("reason").asText(),
            "timer"::equals);
    trap.arm(RunId.fromString(started), Boundary.SENT);
    var run = ended(started);
    assertThat(trap.died(RunId.fromString(started))).isTrue();
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("COMPENSATED");
    assertThat(happened(Act.BLUESKY)).containsExactly("post.created", "post.deleted");
    assertThat(customer.all("/runs/" + started + "/effects"))
        .extracting(
            effect -> effect.path("state").asText(), effect -> effect.path("attempts").asInt())
        .containsExactly(tuple("UNDONE", 1), tuple("LANDED", 2));
  }

  private static String task(Act act, String more) {
    var task =
        "  - %1$s:%n      call: %2$s%n      with: {connection: %1$s, %3$s}%n"
            .formatted(act.platform(), act.function, act.arguments);
    return more.isEmpty() ? task : task + "      " + more + "\n";
  }

  private JsonNode run(String tasks) {
    return ended(start(tasks));
  }

  private String start(String tasks) {
    var document =
        "document: {dsl: '1.0.3', namespace: lost, name: answers-%d, version: '1.0.0'}%ndo:%n%s"
            .formatted(++number, tasks);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode ended(String run) {
    return Patience.await(run)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }

  private void fault(Act act, String kind) {
    var fault = Json.object().put("platform", act.platform()).put("kind", kind);
    fault.put("method", act.method).put("path_prefix", act.path).put("remaining", 1);
    customer.post("/lab/faults", fault);
  }

  private JsonNode effect(JsonNode run) {
    return customer.all("/runs/" + run.path("id").asText() + "/effects").getFirst();
  }

  /** What anybody outside could see. */
  private List<String> happened(Act act) {
    return customer.all("/lab/journal?platform=" + act.platform()).stream()
        .map(entry -> entry.path("kind").asText())
        .filter(kind -> !kind.equals("session.created"))
        .toList();
  }
}
