package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.effect.EffectState;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.LoopbackPlatform.Fault;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant's runs of all kinds, our ledger of them, and the journals of the platforms they act on.
 */
final class Ledgers implements AutoCloseable {
  private static final String IN_X =
      "call: x.createPost, with: {connection: %s, text: '${ .id }'}, output: {as: '${"
          + " $workflow.input }'}";

  /** A snapshot in one statement: what is in nobody's memory has its place in the queue. */
  private static final String LOST =
      """
      SELECT count(*) FROM run r
      WHERE r.ended_at IS NULL AND r.owner IS NULL
        AND NOT EXISTS (SELECT FROM run_queue q WHERE q.tenant_id = r.tenant_id AND q.run_id = r.id)
      """;

  /** Intents that outward acts were told to be, by the state told last, against the ledger. */
  private static final String UNBALANCED =
      """
      WITH told AS (
        SELECT state, count(*) AS n FROM
          (SELECT DISTINCT ON (data ->> 'effect') data ->> 'state' AS state FROM outbox
           WHERE type = 'effect.state' ORDER BY data ->> 'effect', seq DESC) AS last
        GROUP BY state),
      booked AS (SELECT state, count(*) AS n FROM effect WHERE retry_class <> 'pure' GROUP BY state)
      SELECT state, coalesce(told.n, 0) - coalesce(booked.n, 0) FROM told FULL JOIN booked USING (state)
      WHERE told.n IS DISTINCT FROM booked.n
      """;

  private static final String STILL_HELD =
      """
      SELECT (SELECT count(*) FROM hold h JOIN run r ON r.tenant_id = h.tenant_id AND r.id = h.run_id
              WHERE r.ended_at IS NOT NULL AND h.closed_at IS NULL)
           + (SELECT count(*) FROM effect e JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
              WHERE r.ended_at IS NOT NULL AND e.state IN ('INTENDED', 'DISPATCHED', 'UNKNOWN'))
      """;

  /**
   * Where nobody asked to stop, what may be looked up or sent again comes to be known while
   * attempts are left; one that the worker died in is one of them.
   */
  private static final String IN_DOUBT =
      """
      SELECT e.position || ' ' || e.action || ' ' || e.arguments || ' ' || e.reason, count(*)
      FROM effect e JOIN run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
      WHERE e.state = 'UNKNOWN' AND e.retry_class <> 'blind' AND r.cancel_requested_at IS NULL
        AND (e.retry_class <> 'idempotent' OR e.attempts < 3) GROUP BY 1
      """;

  /** Runs that are at work or will be soon: who waits for others goes on when those have ended. */
  private static final String UNSETTLED =
      """
      SELECT (SELECT count(*) FROM run WHERE state IN ('QUEUED', 'RUNNING')
                OR state = 'WAITING' AND waiting_for ->> 'reason' IN ('system', 'capacity'))
           + (SELECT count(*) FROM run_queue WHERE due_at < now() + interval '1 minute')
      """;

  /** What a run is about. */
  enum Kind {
    GOOD("- good: {set: {a: 1}}"),
    BAD("- bad: {raise: {error: {type: 'https://example.org/no', status: 500}}}"),
    LONG("- long: {wait: PT1H}"),
    SHORT("- short: {wait: PT1.2S}"),
    HEAR("- hear: {listen: {to: {one: {with: {type: never}}}}}"),
    PUT(send("put")),
    PUT_REFUSED(send("put"), Fault.UNAVAILABLE, Fault.RATE_LIMITED),
    PUT_LOST(send("put"), Fault.RESET_AFTER_EFFECT, Fault.ERROR_AFTER_EFFECT),
    POST(send("post")),
    POST_REFUSED(send("post"), Fault.MISSING),
    POST_LOST(send("post"), Fault.RESET_AFTER_EFFECT),
    TWEET("- tweet: {%s}".formatted(IN_X.formatted("one"))),
    TWEET_TAKEN_BACK(
        """
        - tweet: {%s, metadata: {ganglion: {compensate: auto}}}
        - bad: {raise: {error: {type: 'https://example.org/no', status: 500}}}
        """
            .formatted(IN_X.formatted("two"))),
    PAIR(
        """
        - pair:
            metadata: {ganglion: {group: atomic}}
            fork:
              branches:
                - here: {%s}
                - there: {%s}
        """
            .formatted(IN_X.formatted("one"), IN_X.formatted("two")));

    private final String tasks;
    private final Fault[] faults;

    Kind(String tasks, Fault... faults) {
      this.tasks = tasks;
      this.faults = faults;
    }

    private static String send(String method) {
      return "- act: {call: http, with: {method: %s, endpoint: '${ .platform }', body: {a: 1}}}"
          .formatted(method);
    }

    private String document() {
      var name = name().toLowerCase(Locale.ROOT).replace('_', '-');
      return "document: {dsl: '1.0.3', namespace: books, name: %s, version: '1.0.0'}%ndo:%n%s"
          .formatted(name, tasks.indent(2));
    }
  }

  private final LoopbackPlatform platform = new LoopbackPlatform();
  private final Customer customer;
  private final Connection books;
  private final String agent;
  private final Map<Kind, String> workflows = new EnumMap<>(Kind.class);
  private final List<String> runs = new ArrayList<>();

  Ledgers(BackendProcess front) throws IOException, SQLException {
    customer = Customer.newTenant(front.url());
    books = Stack.asTenant("ganglion_app", TenantId.fromString(customer.tenant()));
    agent = new Troupe(customer).with("x", "one").with("x", "two").agent("books");
  }

  void start(Kind kind) {
    var workflow =
        workflows.computeIfAbsent(
            kind, it -> customer.postYaml("/workflows", it.document()).path("id").asText());
    var path = "/" + runs.size();
    platform.fault(path, kind.faults);
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    body.set("input", Json.object().put("id", path).put("platform", platform.url(path)));
    runs.add(customer.post("/runs", body).path("id").asText());
  }

  /** Asks one of the runs to stop; one that has ended stays as it is. */
  void cancel(int which) {
    if (runs.isEmpty()) {
      return;
    }
    try {
      customer.post("/runs/" + runs.get(which % runs.size()) + "/cancel", Json.object());
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageContaining("run_ended");
    }
  }

  int accepted() {
    return runs.size();
  }

  Map<String, Integer> states() throws SQLException {
    return counts("SELECT state, count(*) FROM run GROUP BY state");
  }

  /** By state, what was told of more acts than are in it, or of fewer. */
  Map<String, Integer> unbalanced() throws SQLException {
    return counts(UNBALANCED);
  }

  /** All that was ever intended, reads too. */
  int intents() throws SQLException {
    return number("SELECT count(*) FROM effect");
  }

  /** Intents by the states that a ledger has. */
  Map<String, Integer> intentsByState() throws SQLException {
    var counts = new TreeMap<String, Integer>();
    for (var state : EffectState.values()) {
      counts.put(
          state.name(), number("SELECT count(*) FROM effect WHERE state = '%s'".formatted(state)));
    }
    return counts;
  }

  int lost() throws SQLException {
    return number(LOST);
  }

  int stillHeld() throws SQLException {
    return number(STILL_HELD);
  }

  boolean settled() throws SQLException {
    return number(UNSETTLED) == 0;
  }

  /** Our ledger is what the platforms say, but for what it says to be in doubt. */
  void compare() throws SQLException {
    var tweets = effects("connector = 'x' AND action = 'createPost' AND phase = 'do'");
    int created = inX("post.created");
    int deleted = inX("post.deleted");
    assertThat(created).as("posts").isEqualTo(landed(tweets));
    assertThat(deleted).as("posts deleted").isEqualTo(tweets.getOrDefault("UNDONE", 0));
    var sent = effects("connector = 'http'");
    int happened = platform.effects().size(); // a path a run; an idempotent act may be sent twice
    assertThat(happened)
        .as("acts on the platform")
        .isBetween(landed(sent), landed(sent) + sent.getOrDefault("UNKNOWN", 0));
    assertThat(counts(IN_DOUBT)).as("in doubt without a reason").isEmpty();
  }

  private static int landed(Map<String, Integer> effects) {
    return effects.getOrDefault("LANDED", 0) + effects.getOrDefault("UNDONE", 0);
  }

  private Map<String, Integer> effects(String which) throws SQLException {
    return counts("SELECT state, count(*) FROM effect WHERE " + which + " GROUP BY state");
  }

  private int inX(String kind) {
    var journal = customer.all("/lab/journal?platform=x");
    return (int) journal.stream().filter(entry -> entry.path("kind").asText().equals(kind)).count();
  }

  private Map<String, Integer> counts(String sql) throws SQLException {
    var counts = new TreeMap<String, Integer>();
    try (var statement = books.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        counts.put(row.getString(1), row.getInt(2));
      }
    }
    return counts;
  }

  private int number(String sql) throws SQLException {
    try (var statement = books.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    books.close();
    platform.close();
  }
}
