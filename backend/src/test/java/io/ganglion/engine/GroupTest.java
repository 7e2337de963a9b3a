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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Coordinated commits of five participants on four platforms, judged by the platforms' journals.
 * The order of the branches is drawn from {@code -Dganglion.seed}.
 */
@QuarkusTest
@Tag("it")
class GroupTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  /** What anybody outside could see. */
  private static final Set<String> PUBLIC =
      Set.of("post.created", "media.published", "order.filled", "order.accepted", "tx.mined");

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;
  private String agent;
  private int number;

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe =
        new Troupe(customer)
            .with("x", "main")
            .with("instagram", "ig")
            .with("x", "second")
            .with("binance", "exchange")
            .with("evm", "treasury");
    agent = troupe.agent("five");
  }

  /** A participant, and how its platform is made to refuse it before anything is public. */
  private enum Participant {
    MAIN("x", "main", "x.createPost", "text: 'one'", "text: '%s'".formatted("字".repeat(200))),
    SECOND("x", "second", "x.createPost", "text: 'two'", "text: '%s'".formatted("字".repeat(200))),
    IG("instagram", "ig", "instagram.publishPhoto", "image_url: 'https://example.org/a.png'", ""),
    EXCHANGE(
        "binance",
        "exchange",
        "binance.createOrder",
        "symbol: BTCUSDT, side: BUY, type: MARKET, quoteOrderQty: '25'",
        ""),
    TREASURY(
        "evm",
        "treasury",
        "evm.sendTransaction",
        "to: '0x00000000000000000000000000000000000c0ffe', value_wei: '5'",
        "");

    private final String platform;
    private final String connection;
    private final String function;
    private final String arguments;
    private final String refused;

    Participant(
        String platform, String connection, String function, String arguments, String refused) {
      this.platform = platform;
      this.connection = connection;
      this.function = function;
      this.arguments = arguments;
      this.refused = refused;
    }

    /** Its branch; a victim without arguments that are refused meets a fault of the platform. */
    String branch(boolean victim) {
      return "          - %s: {call: %s, with: {connection: %s, %s}}%n"
          .formatted(
              connection, function, connection, victim && !refused.isEmpty() ? refused : arguments);
    }
  }

  private JsonNode ended(List<Participant> order, Optional<Participant> victim) {
    var branches = new StringBuilder();
    order.forEach(one -> branches.append(one.branch(victim.filter(one::equals).isPresent())));
    return end(start(branches.toString()));
  }

  private void unauthorized(Participant at, String method) {
    var fault = Json.object().put("platform", at.platform).put("kind", "unauthorized");
    fault.put("account", troupe.account(at.connection)).put("remaining", 1);
    customer.post("/lab/faults", method.isEmpty() ? fault : fault.put("method", method));
  }

  /** What was to be seen, in its order, as {@code kind account}. */
  private List<String> happened(Set<String> kinds) {
    return customer.all("/lab/journal").stream()
        .filter(entry -> kinds.contains(entry.path("kind").asText()))
        .map(entry -> entry.path("kind").asText() + " " + entry.path("account").asText())
        .toList();
  }

  private String did(String kind, Participant at) {
    return kind + " " + troupe.account(at.connection);
  }

  private List<String> states(JsonNode run) {
    return customer.all("/runs/" + run.path("id").asText() + "/effects").stream()
        .map(effect -> effect.path("state").asText())
        .toList();
  }

  @Test
  void whoever_refuses_to_prepare_nothing_becomes_public() {
    long seed = Long.getLong("ganglion.seed", System.nanoTime());
    System.out.println("GroupTest: -Dganglion.seed=" + seed);
    var random = new Random(seed);
    for (var victim : Participant.values()) {
      var order = new ArrayList<>(List.of(Participant.values()));
      Collections.shuffle(order, random);
      if (victim.refused.isEmpty()) {
        unauthorized(victim, "");
      }
      var run = ended(order, Optional.of(victim));
      assertThat(run.path("state").asText()).as("%s: %s", victim, run).isEqualTo("FAILED");
      assertThat(states(run)).as("%s", victim).hasSize(5).containsOnly("ABANDONED");
      assertThat(happened(PUBLIC)).as("%s", victim).isEmpty();
    }
  }

  @Test
  void all_five_commit_with_the_irreversible_one_last() {
    var order = List.of(Participant.values()).reversed();
    assertThat(ended(order, Optional.empty()).path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(happened(PUBLIC))
        .containsExactly(
            did("media.published", Participant.IG),
            did("post.created", Participant.SECOND),
            did("post.created", Participant.MAIN),
            did("order.filled", Participant.EXCHANGE),
            did("tx.mined", Participant.TREASURY));
  }

  @Test
  void a_commit_that_fails_at_the_end_is_undone_in_reverse_order() {
    unauthorized(Participant.TREASURY, "eth_sendRawTransaction");
    var run = ended(List.of(Participant.values()), Optional.empty());
    assertThat(run.path("state").asText()).as("%s", run).isEqualTo("COMPENSATED");
    assertThat(
            happened(
                Set.of(
                    "post.created",
                    "media.published",
                    "order.filled",
                    "tx.mined",
                    "post.deleted",
                    "media.deleted")))
        .containsExactly(
            did("post.created", Participant.MAIN),
            did("post.created", Participant.SECOND),
            did("media.published", Participant.IG),
            did("order.filled", Participant.EXCHANGE),
            did("order.filled", Participant.EXCHANGE), // the opposite one
            did("media.deleted", Participant.IG),
            did("post.deleted", Participant.SECOND),
            did("post.deleted", Participant.MAIN));
  }

  @Test
  void a_commit_that_fails_early_leaves_the_later_ones_unsent() {
    unauthorized(Participant.SECOND, "POST");
    var run = ended(List.of(Participant.values()), Optional.empty());
    assertThat(run.path("state").asText()).as("%s", run).isEqualTo("COMPENSATED");
    assertThat(happened(PUBLIC)).containsExactly(did("post.created", Participant.MAIN));
    assertThat(happened(Set.of("post.deleted")))
        .containsExactly(did("post.deleted", Participant.MAIN));
    assertThat(states(run)).contains("ABANDONED", "NOT_LANDED", "UNDONE");
    assertThat(customer.all("/runs/" + run.path("id").asText() + "/steps"))
        .extracting(step -> step.path("name").asText() + " " + step.path("state").asText())
        .contains(
            "launch faulted",
            "main completed",
            "second faulted",
            "ig cancelled",
            "treasury cancelled");
  }

  @Test
  void a_group_that_is_cancelled_in_its_middle_takes_back_what_landed() {
    var slow = Json.object().put("platform", "x").put("kind", "slow").put("method", "POST");
    slow.put("account", troupe.account("second")).put("path_prefix", "/2/tweets");
    customer.post("/lab/faults", slow.put("remaining", 1).put("delay_ms", 3_000));
    var run =
        start(
            Participant.MAIN.branch(false)
                + Participant.SECOND.branch(false)
                + Participant.EXCHANGE.branch(false));
    Patience.await("the first has landed")
        .until(() -> happened(PUBLIC), it -> it.contains(did("post.created", Participant.MAIN)));
    customer.post("/runs/" + run + "/cancel", Json.object());
    var end = end(run);
    assertThat(end.path("state").asText()).as("%s", end).isEqualTo("COMPENSATED");
    assertThat(happened(PUBLIC))
        .containsExactly(
            did("post.created", Participant.MAIN), did("post.created", Participant.SECOND));
    assertThat(happened(Set.of("post.deleted"))).hasSize(2);
  }

  @Test
  void the_time_is_up_for_a_group_that_commits_too_late_and_it_stays_done() {
    var slow = Json.object().put("platform", "x").put("kind", "slow").put("method", "POST");
    slow.put("account", troupe.account("second")).put("path_prefix", "/2/tweets");
    customer.post("/lab/faults", slow.put("remaining", 1).put("delay_ms", 1_500));
    var both = Participant.MAIN.branch(false) + Participant.SECOND.branch(false);
    var end = end(start(both, "      timeout: {after: PT1S}"));
    assertThat(end.at("/error/status").asInt()).as("%s", end).isEqualTo(408);
    assertThat(happened(PUBLIC)).hasSize(2);
  }

  @Test
  void the_error_of_a_group_is_the_platforms_whichever_branch_it_was() {
    var refused =
        "          - exchange: {call: binance.createOrder, with: {connection: exchange, symbol: NOPE,"
            + " side: BUY, type: MARKET, quoteOrderQty: '25'}}\n";
    var main = Participant.MAIN.branch(false);
    for (var branches : List.of(main + refused, refused + main)) {
      var error = end(start(branches)).path("error");
      assertThat(error.path("status").asInt()).as("%s", error).isEqualTo(400);
      assertThat(error.path("instance").asText()).endsWith("/exchange");
    }
    assertThat(happened(PUBLIC)).isEmpty();
  }

  private String start(String branches) {
    return start(branches, "");
  }

  private String start(String branches, String more) {
    var document =
        """
        document: {dsl: '1.0.3', namespace: groups, name: some-%d, version: '1.0.0'}
        do:
          - launch:
              fork:
                branches:
        %s      metadata: {ganglion: {group: atomic}}
        %s
        """
            .formatted(++number, branches, more);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    return customer.post("/runs", body).path("id").asText();
  }

  private JsonNode end(String run) {
    return Patience.await(run)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }
}
