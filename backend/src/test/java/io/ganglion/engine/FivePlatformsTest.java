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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Coordinated commits on five different platforms: whoever fails, at whatever stage, and whosever
 * answer is lost. Judged by the platforms' journals; orders are drawn from {@code -Dganglion.seed}.
 */
@QuarkusTest
@Tag("it")
class FivePlatformsTest {
  private static final Set<String> ENDED =
      Set.of("SUCCEEDED", "COMPENSATED", "FAILED", "CANCELLED", "NEEDS_ATTENTION");

  /** What anybody outside could see, and what takes it back. */
  private static final Set<String> SEEN =
      Set.of(
          "post.created",
          "post.deleted",
          "media.published",
          "media.deleted",
          "order.filled",
          "tx.mined");

  /** Of the fault's chance: the first matching call is spared, the second is struck. */
  private static final long SECOND_CALL = 6;

  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private Troupe troupe;
  private String agent;
  private int number;

  /** In the order in which a group commits those that are declared in this order. */
  private enum Participant {
    X("x.createPost", "text: '%s'", "POST", true, "post.created", "post.deleted"),
    INSTAGRAM(
        "instagram.publishPhoto",
        "image_url: 'https://example.org/%s.png'",
        "POST",
        false,
        "media.published",
        "media.deleted"),
    IMAGE("image.generate", "prompt: '%s'", "POST", true, "", ""),
    BINANCE(
        "binance.createOrder",
        "symbol: BTCUSDT, side: BUY, type: MARKET, quoteOrderQty: '25'",
        "POST",
        false,
        "order.filled",
        "order.filled"), // the opposite one
    EVM(
        "evm.sendTransaction",
        "to: '0x00000000000000000000000000000000000c0ffe', value_wei: '5'",
        "eth_sendRawTransaction",
        true,
        "tx.mined",
        "");

    private final String function;
    private final String arguments;
    private final String method;
    private final boolean first;
    private final String done;
    private final String undone;

    /**
     * @param method of the call that commits
     * @param first whether that is the first call of this method, or preparing makes one before
     */
    Participant(
        String function,
        String arguments,
        String method,
        boolean first,
        String done,
        String undone) {
      this.function = function;
      this.arguments = arguments;
      this.method = method;
      this.first = first;
      this.done = done;
      this.undone = undone;
    }

    String platform() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean prepares() {
      return this != IMAGE;
    }

    int rank() {
      return switch (this) {
        case X, INSTAGRAM, IMAGE -> 0;
        case BINANCE -> 1;
        case EVM -> 2;
      };
    }
  }

  @BeforeEach
  void signUp() {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    troupe = new Troupe(customer);
    for (var one : Participant.values()) {
      troupe.with(one.platform(), one.platform());
    }
    agent = troupe.agent("five");
  }

  private JsonNode ended(List<Participant> order, String text) {
    var branches = new StringBuilder();
    for (var one : order) {
      branches.append(
          "          - %1$s: {call: %2$s, with: {connection: %1$s, %3$s}}%n"
              .formatted(one.platform(), one.function, one.arguments.formatted(text)));
    }
    var document =
        """
        document: {dsl: '1.0.3', namespace: groups, name: five-%d, version: '1.0.0'}
        do:
          - launch:
              fork:
                branches:
        %s      metadata: {ganglion: {group: atomic}}
        """
            .formatted(++number, branches);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var run = customer.post("/runs", body).path("id").asText();
    return Patience.await(run)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> ENDED.contains(it.path("state").asText()));
  }

  private void fault(Participant at, String kind, boolean committing) {
    var fault = Json.object().put("platform", at.platform()).put("kind", kind);
    fault.put("account", troupe.account(at.platform())).put("remaining", 1);
    if (committing) {
      fault.put("method", at.method);
      if (!at.first) {
        fault.put("probability", 0.5).put("seed", SECOND_CALL);
      }
    }
    customer.post("/lab/faults", fault);
  }

  private List<String> seen() {
    return customer.all("/lab/journal").stream()
        .map(entry -> entry.path("kind").asText())
        .filter(SEEN::contains)
        .toList();
  }

  private List<String> seenSince(int before) {
    var all = seen();
    return all.subList(before, all.size());
  }

  /** The order in which a group commits. */
  private static List<Participant> commits(List<Participant> order) {
    return order.stream().sorted(java.util.Comparator.comparing(Participant::rank)).toList();
  }

  private static List<Participant> shuffled(Random random) {
    var order = new ArrayList<>(List.of(Participant.values()));
    Collections.shuffle(order, random);
    return order;
  }

  private static Random random(String of) {
    long seed = Long.getLong("ganglion.seed", System.nanoTime());
    System.out.println("FivePlatformsTest, " + of + ": -Dganglion.seed=" + seed);
    return new Random(seed);
  }

  @Test
  void whoever_refuses_to_prepare_nothing_becomes_public() {
    refuse(1);
  }

  @Test
  @Tag("long")
  void whoever_refuses_in_whatever_order_nothing_becomes_public() {
    refuse(20);
  }

  private void refuse(int seeds) {
    var random = random("prepare");
    for (int seed = 0; seed < seeds; seed++) {
      for (var victim : Participant.values()) {
        if (!victim.prepares()) {
          continue;
        }
        boolean tooLong = victim == Participant.X; // its own check of the length
        if (!tooLong) {
          fault(victim, "unauthorized", false);
        }
        var order = shuffled(random);
        var run = ended(order, tooLong ? "字".repeat(200) : "prepare-" + number);
        assertThat(run.path("state").asText()).as("%s of %s", victim, order).isEqualTo("FAILED");
        assertThat(customer.all("/runs/" + run.path("id").asText() + "/effects"))
            .as("%s of %s", victim, order)
            .extracting(effect -> effect.path("state").asText())
            .hasSize(5)
            .containsOnly("ABANDONED");
        assertThat(seen()).as("%s of %s", victim, order).isEmpty();
      }
    }
  }

  @Test
  void whoever_fails_to_commit_what_landed_is_undone_in_reverse_order_lost_answers_or_not() {
    failToCommit(1);
  }

  @Test
  @Tag("long")
  void in_whatever_order_they_commit_what_landed_is_undone_in_reverse() {
    failToCommit(20);
  }

  private void failToCommit(int seeds) {
    var random = random("commit");
    for (int seed = 0; seed < seeds; seed++) {
      for (var victim : Participant.values()) {
        var order = shuffled(random);
        var landed = commits(order).subList(0, commits(order).indexOf(victim));
        fault(victim, "unauthorized", true);
        if (!landed.isEmpty()) {
          fault(landed.get(random.nextInt(landed.size())), "reset_after", true);
        }
        int before = seen().size();
        var run = ended(order, "commit-" + number);
        var expected = new ArrayList<>(landed.stream().map(one -> one.done).toList());
        landed.reversed().forEach(one -> expected.add(one.undone));
        expected.removeIf(String::isEmpty);
        assertThat(seenSince(before)).as("%s of %s", victim, order).isEqualTo(expected);
        assertThat(run.path("state").asText())
            .as("%s of %s: %s", victim, order, run)
            .isEqualTo(expected.isEmpty() ? "FAILED" : "COMPENSATED");
      }
    }
  }

  @Test
  void whosever_answer_is_lost_all_commit_once() {
    var random = random("lost answer");
    for (var victim : Participant.values()) {
      var order = shuffled(random);
      fault(victim, "reset_after", true);
      int before = seen().size();
      var run = ended(order, "lost-" + number);
      assertThat(run.path("state").asText()).as("%s: %s", victim, run).isEqualTo("SUCCEEDED");
      assertThat(seenSince(before))
          .as("%s of %s", victim, order)
          .isEqualTo(
              commits(order).stream().map(one -> one.done).filter(it -> !it.isEmpty()).toList());
    }
    assertThat(Arrays.asList(Participant.values())).hasSize(5);
  }
}
