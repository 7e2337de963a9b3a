package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Many runs that each act once through an effect of every retry class, and the verdict on them from
 * the platforms' own journals.
 */
final class Storm implements AutoCloseable {
  private static final Set<String> SETTLED =
      Set.of("SUCCEEDED", "FAILED", "CANCELLED", "COMPENSATED", "NEEDS_ATTENTION");
  private static final int ACCOUNTS = 25;

  /** How long an acknowledgement may take while servers come and go. */
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(60);

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: faults, name: every-class, version: '1.0.0'}
      do:
        - read: {call: http, with: {method: get, endpoint: '${ .platform + "/get/" + .id }'}, output: {as: '${ $workflow.input }'}}
        - put: {call: http, with: {method: put, endpoint: '${ .platform + "/put/" + .id }', body: {id: '${ .id }'}}, output: {as: '${ $workflow.input }'}}
        - tweet: {call: x.createPost, with: {connection: '${ .account }', text: '${ "run " + .id }'}, output: {as: '${ $workflow.input }'}}
        - post: {call: http, with: {method: post, endpoint: '${ .platform + "/post/" + .id }', body: {id: '${ .id }'}}, output: {as: '${ $workflow.input }'}}
        - done: {set: {id: '${ .id }'}}
      """;

  private final LoopbackPlatform platform = new LoopbackPlatform();
  private final Customer customer;
  private final SplittableRandom random;
  private final Database database;
  private final String agent;
  private final String workflow;

  /** Identifiers of runs by what they call themselves on the platforms. */
  private final Map<String, String> runs = new LinkedHashMap<>();

  /**
   * @param front serves the API and the laboratory, and lives through it all
   */
  Storm(BackendProcess front, SplittableRandom random) throws IOException {
    this(front, random, Stack::asSuperuser);
  }

  /**
   * @param database where what is left over is looked for, as the superuser
   */
  Storm(BackendProcess front, SplittableRandom random, Database database) throws IOException {
    this.random = random;
    this.database = database;
    customer = Customer.newTenant(front.url());
    var troupe = new Troupe(customer);
    for (int i = 0; i < ACCOUNTS; i++) {
      troupe.with("x", "x" + i);
    }
    agent = troupe.agent("faulty");
    workflow = customer.postYaml("/workflows", WORKFLOW).path("id").asText();
  }

  /** Opens a connection that sees every row. */
  interface Database {
    Connection open() throws SQLException;
  }

  /** Starts so many more runs; each is acknowledged when this returns. */
  void start(int count) {
    start(count, customer);
  }

  /** As {@link #start(int)}, through a process that may die meanwhile. */
  void start(int count, BackendProcess door) {
    start(count, customer.at(door.url()));
  }

  private void start(int count, Customer starter) {
    for (int i = 0; i < count; i++) {
      var id = Integer.toString(runs.size());
      var body = Json.object().put("workflow", workflow).put("agent", agent);
      body.set(
          "input",
          Json.object()
              .put("id", id)
              .put("account", "x" + random.nextInt(ACCOUNTS))
              .put("platform", platform.url("")));
      var run = starter.postUntilAcknowledged("/runs", body, ACKNOWLEDGED);
      runs.put(id, run.path("id").asText());
    }
  }

  /** Waits until all have settled, compares with what happened, and resolves what is in doubt. */
  void verdict() {
    var states = settled();
    tellErrors(states);
    judge(states);
    resolveAll();
    ended();
  }

  private Map<String, String> settled() {
    var states = new LinkedHashMap<String, String>();
    Patience.await("every run has ended or needs a person")
        .atMost(Duration.ofMinutes(4).plusSeconds(runs.size() / 10))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(unsettled(states)).isEmpty());
    System.out.println("runs: " + tally(states));
    return states;
  }

  /** Adds the runs that have settled since to the given ones, and tells of those that have not. */
  private List<JsonNode> unsettled(Map<String, String> states) {
    var open = new ArrayList<JsonNode>();
    runs.forEach(
        (id, identifier) -> {
          if (!states.containsKey(id)) {
            var run = customer.get("/runs/" + identifier);
            var state = run.path("state").asText();
            if (SETTLED.contains(state)) {
              states.put(id, state);
            } else {
              open.add(run);
            }
          }
        });
    return open;
  }

  /** What the runs failed of, which none of them should, with one of each kind. */
  private void tellErrors(Map<String, String> states) {
    var kinds = new LinkedHashMap<String, List<String>>();
    states.forEach(
        (id, state) -> {
          if (state.equals("FAILED")) {
            var run = customer.get("/runs/" + runs.get(id));
            kinds
                .computeIfAbsent(run.path("error").toString(), kind -> new ArrayList<>())
                .add(runs.get(id));
          }
        });
    kinds.forEach(
        (error, failed) ->
            System.out.printf(
                "%d runs failed of %s, for instance one with %s%n",
                failed.size(),
                error,
                customer.get("/runs/" + failed.getFirst() + "/effects").path("items")));
  }

  private static Map<String, Long> tally(Map<String, String> states) {
    return states.values().stream()
        .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
  }

  private void judge(Map<String, String> states) {
    var posts = new ArrayList<String>();
    for (JsonNode entry : customer.all("/lab/journal?platform=x")) {
      if (entry.path("kind").asText().equals("post.created")) {
        posts.add(entry.path("payload").path("text").asText());
      }
    }
    assertThat(posts).as("reconcilable: exactly once").doesNotHaveDuplicates();
    var posted = new HashSet<>(posts);
    var happened = platform.effects();
    states.forEach(
        (id, state) -> {
          assertThat(posted).as("reconcilable: nothing lost").contains("run " + id);
          assertThat(happened.getOrDefault("/put/" + id, 0L))
              .as("idempotent, run " + id)
              .isGreaterThanOrEqualTo(1);
          long blind = happened.getOrDefault("/post/" + id, 0L);
          assertThat(blind).as("blind: at most once, run " + id).isLessThanOrEqualTo(1);
          if (state.equals("SUCCEEDED")) {
            assertThat(blind).as("blind: confirmed is there, run " + id).isEqualTo(1);
          } else {
            assertThat(state).as("run " + id).isEqualTo("NEEDS_ATTENTION");
          }
        });
  }

  private void resolveAll() {
    List<JsonNode> unknown = customer.all("/effects?state=UNKNOWN");
    var happened = platform.effects();
    for (var effect : unknown) {
      assertThat(effect.path("retry_class").asText())
          .as("only a blind effect may be in doubt")
          .isEqualTo("blind");
      var path =
          effect.path("arguments").path("endpoint").asText().substring(platform.url("").length());
      boolean landed = happened.getOrDefault(path, 0L) == 1;
      var verdict = Json.object().put("outcome", landed ? "landed" : "not_landed");
      if (landed) {
        verdict.put("reference", path);
      }
      customer.post("/effects/" + effect.path("id").asText() + "/resolve", verdict);
    }
    System.out.printf("in doubt and resolved by hand: %d%n", unknown.size());
  }

  /** A run whose blind effect did not land fails with its error; all others succeed. */
  private void ended() {
    var open = new HashSet<>(runs.values());
    Patience.await("every run has ended")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              open.removeIf(
                  run ->
                      Set.of("SUCCEEDED", "FAILED")
                          .contains(customer.get("/runs/" + run).path("state").asText()));
              return open.isEmpty();
            });
    Patience.await("nothing is held any more, and nothing counts") // what a dead worker held: 6 s
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(leftovers()).isZero());
  }

  /** Holds that are open, and capacity that is used. */
  private long leftovers() throws SQLException {
    try (var connection = database.open();
        var select =
            connection.prepareStatement(
                """
                SELECT (SELECT count(*) FROM hold WHERE tenant_id = t.id AND closed_at IS NULL)
                     + (SELECT coalesce(max(used), 0) FROM capacity WHERE tenant_id = t.id)
                FROM (SELECT ?::uuid AS id) AS t
                """)) {
      select.setObject(1, TenantId.fromString(customer.tenant()).uuid());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
