package io.ganglion.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Finding;
import io.ganglion.connector.HoldMode;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.UndoClass;
import io.ganglion.coordination.HoldWriters;
import io.ganglion.coordination.Holder;
import io.ganglion.coordination.RunHolds;
import io.ganglion.coordination.SystemIdentity;
import io.ganglion.coordination.SystemRef;
import io.ganglion.db.BatchWriter;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Commits;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.db.Replays;
import io.ganglion.db.Write;
import io.ganglion.egress.Origin;
import io.ganglion.engine.Drills;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.outbox.EventWriter;
import io.ganglion.run.RunState;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The life of an effect as a random walk: a platform that lands, refuses, loses answers and shows
 * things late, workers that die at every boundary. The platform's own memory judges.
 */
@QuarkusTest
@Tag("it")
class EffectLifeTest {
  /** They mostly wait, for look-ups. */
  private static final int AT_ONCE = 72;

  /**
   * Counted from before the intent's commit: longer than that commit and {@link #LATE} together, or
   * a look-up after a death may judge what is still under way.
   */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final Duration LAG = Duration.ofMillis(200);

  /** What is under way when nobody listens any more lands within this. */
  private static final Duration LATE = Duration.ofMillis(200);

  /** Of a hundred boundaries that a worker passes, it dies at so many. */
  private static final int DEATHS = 12;

  @Inject Drills drills;

  private final AtomicInteger deaths = new AtomicInteger();
  private final Map<EffectId, Truth> platform = new ConcurrentHashMap<>();
  private TenantId tenant;
  private RunId run;
  private Lease lease;
  private GroupCommit commits;

  /** What the platform knows of one act. */
  private static final class Truth {
    int landings;
    @Nullable Instant landedAt;

    boolean visible(Instant now) {
      return landedAt != null && !now.isBefore(landedAt.plus(LAG));
    }
  }

  @BeforeEach
  void open() throws SQLException {
    tenant = drills.tenant();
    run = drills.start(tenant, "- rest: {wait: PT1H}");
    drills.await(tenant, run, RunState.WAITING);
    var engine = Stack.as("ganglion_engine");
    lease = Lease.register(engine, "model");
    var writers = new ArrayList<BatchWriter<?>>(HoldWriters.all(1_000_000));
    writers.addAll(EffectWriters.all());
    writers.add(EventWriter.writer());
    commits = new GroupCommit(engine, lease, writers, 2, 500);
  }

  @AfterEach
  void close() {
    commits.close();
  }

  private static Manifest.Action action(RetryClass retryClass) {
    var lookUp =
        retryClass == RetryClass.RECONCILABLE
            ? Optional.of(new Manifest.LookUpLimits(LAG, Duration.ofSeconds(5)))
            : Optional.<Manifest.LookUpLimits>empty();
    return new Manifest.Action(
        "act",
        "Act",
        Json.object(),
        Json.object(),
        retryClass,
        UndoClass.REVERSIBLE,
        false,
        lookUp,
        Optional.empty(),
        TIMEOUT,
        3,
        Map.of(),
        Map.of());
  }

  /** A platform that dedupes what is idempotent, and otherwise does what it is told. */
  private final class Platform implements Connector {
    private final Random random;

    Platform(Random random) {
      this.random = random;
    }

    @Override
    public Manifest manifest() {
      return new Manifest(
          "model",
          "1",
          "Model",
          Json.object(),
          Map.of(),
          HoldMode.SHARED,
          Optional.empty(),
          Map.of(),
          Map.of(),
          Map.of());
    }

    @Override
    public Whoami whoami(Session session) {
      return new Whoami.Known("model", "model");
    }

    @Override
    public Outcome send(Session session, Act act) {
      var truth = platform.computeIfAbsent(act.effect(), id -> new Truth());
      assertThat(durable(act.effect()))
          .as("intent and attempt are durable before the first byte")
          .startsWith("DISPATCHED ");
      return switch (random.nextInt(7)) {
        case 0 -> new Outcome.NotLanded(400, "no", Optional.empty(), false);
        case 1 -> new Outcome.NotLanded(503, "no connection", Optional.empty(), true);
        case 2 ->
            new Outcome.NotLanded(
                429, "later", Optional.of(lease.now().plusMillis(random.nextInt(100))), true);
        case 3 -> new Outcome.Unknown(0, "reset before");
        case 4 -> {
          land(act, truth, Duration.ofMillis(random.nextInt((int) LATE.toMillis())));
          yield new Outcome.Unknown(0, "it lands while nobody listens");
        }
        case 5 -> {
          land(act, truth, Duration.ZERO);
          yield new Outcome.Unknown(500, "it has landed");
        }
        default -> {
          land(act, truth, Duration.ZERO);
          yield landed(act);
        }
      };
    }

    private void land(Act act, Truth truth, Duration later) {
      if (act.action().retryClass() == RetryClass.IDEMPOTENT && truth.landings > 0) {
        return;
      }
      truth.landings++;
      truth.landedAt = lease.now().plus(later);
    }

    private Outcome.Landed landed(Act act) {
      return new Outcome.Landed(Json.object(), act.effect().toString(), Optional.empty());
    }

    @Override
    public Finding lookUp(Session session, Act act) {
      if (random.nextInt(5) == 0) {
        return new Finding.Inconclusive("busy");
      }
      var truth = platform.getOrDefault(act.effect(), new Truth());
      return truth.visible(lease.now()) ? new Finding.Found(landed(act)) : new Finding.Absent();
    }
  }

  private String durable(EffectId effect) {
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var select =
            connection.prepareStatement("SELECT state, attempts FROM effect WHERE id = ?")) {
      select.setObject(1, effect.uuid());
      try (var row = select.executeQuery()) {
        return row.next() ? row.getString(1) + " " + row.getInt(2) : "missing";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What one walk came to. */
  private record Ended(long seed, RetryClass retryClass, Effect effect, boolean attention) {}

  @Test
  void whatever_happens_the_ledger_says_what_the_platform_did_and_nothing_lands_twice()
      throws Exception {
    live(240);
  }

  @Test
  @Tag("long")
  void three_thousand_lives_with_more_than_a_thousand_deaths() throws Exception {
    live(3_000);
    assertThat(deaths.get()).isGreaterThan(1_000);
  }

  private void live(int walks) throws Exception {
    long first = System.nanoTime();
    System.out.println("seeds from " + first);
    var ended = new ConcurrentLinkedQueue<Ended>();
    var failures = new ConcurrentLinkedQueue<Throwable>();
    var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    for (int i = 0; i < walks; i++) {
      long seed = first + i;
      threads.submit(
          () -> {
            try {
              ended.add(walk(seed));
            } catch (Throwable e) {
              failures.add(new AssertionError("seed %d: %s".formatted(seed, e), e));
            }
          });
    }
    threads.shutdown();
    while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
      lease.renew();
    }
    assertThat(failures).isEmpty();
    assertThat(ended).hasSize(walks).allSatisfy(this::judge);
    books(ended);
    System.out.printf("%d walks, %d deaths%n", walks, deaths.get());
  }

  private Ended walk(long seed) throws SQLException {
    var random = new Random(seed);
    var retryClass = RetryClass.values()[(int) Math.floorMod(seed, RetryClass.values().length)];
    var name = "/do/0/act-" + seed;
    var ledger = new Ledger();
    while (true) {
      try {
        var settlement = perform(random, retryClass, name, ledger);
        if (settlement instanceof Settlement.Wait wait) {
          LockSupport.parkNanos(Duration.between(lease.now(), wait.until()).toNanos());
          continue;
        }
        var effect = durably(settlement, random);
        return new Ended(seed, retryClass, effect, settlement instanceof Settlement.Attention);
      } catch (CommitFailed.Lost died) {
        ledger = reread();
      }
    }
  }

  private Settlement perform(Random random, RetryClass retryClass, String name, Ledger ledger) {
    var connector = new Platform(random);
    var id = SystemIdentity.of(tenant, "model", "lab", name);
    var system = new SystemRef(id, "model", "lab", name, "model", false);
    var session =
        new Session(
            URI.create("http://model.invalid"),
            name,
            new Credentials(Json.object()),
            Origin.OPERATOR);
    var target =
        new Target(connector, action(retryClass), session, null, system, List.of(), Takes.NOTHING);
    var scope =
        new Scope(
            tenant,
            run,
            ledger,
            new RunHolds(Holder.alone(tenant, run), 0, 0),
            lease,
            commits,
            new Guards(List.of(), List.of()),
            effect -> List.of(),
            (of, boundary) -> dies(random));
    JsonNode arguments = Json.object().put("name", name);
    return new Effects().perform(scope, new Intent(name, 0, target, arguments, null));
  }

  private void dies(Random random) {
    if (random.nextInt(100) < DEATHS) {
      deaths.incrementAndGet();
      throw new CommitFailed.Lost(new IllegalStateException("died"));
    }
  }

  /** As a step would: the fate is committed by the caller, who may die before. */
  private Effect durably(Settlement settlement, Random random) {
    return switch (settlement) {
      case Settlement.Landed(Effect effect, List<Write> writes) ->
          committed(effect, writes, random);
      case Settlement.Failed(Effect effect, List<Write> writes) ->
          committed(effect, writes, random);
      case Settlement.Attention(Effect effect) -> effect;
      case Settlement.Wait wait -> throw new IllegalStateException("waited");
      case Settlement.Refused refused -> throw new IllegalStateException("nothing refuses");
    };
  }

  private Effect committed(Effect effect, List<Write> writes, Random random) {
    dies(random);
    if (!writes.isEmpty()) {
      Commits.await(commits.submit(run.uuid(), writes));
    }
    return effect;
  }

  /** What a rescuer finds. */
  private Ledger reread() throws SQLException {
    try (var connection = engine()) {
      var replays = new Replays(List.of(new Replays.One(tenant.uuid(), run.uuid(), 0, true, true)));
      return Objects.requireNonNull(Ledger.load(connection, replays).get(run.uuid()));
    }
  }

  private Connection engine() throws SQLException {
    var connection = Stack.as("ganglion_engine").getConnection();
    try (var scope = connection.createStatement()) {
      scope.execute("SET ganglion.tenants = '%s'".formatted(tenant.uuid()));
    }
    return connection;
  }

  private void judge(Ended ended) {
    var truth = platform.getOrDefault(ended.effect().id(), new Truth());
    var as = "seed %d, %s: %s".formatted(ended.seed(), ended.retryClass(), ended.effect().state());
    if (ended.retryClass() != RetryClass.PURE) {
      assertThat(truth.landings).as(as).isLessThanOrEqualTo(1);
    }
    assertThat(durable(ended.effect().id()))
        .as(as)
        .isEqualTo(ended.effect().state() + " " + ended.effect().attempts());
    if (ended.attention()) {
      assertThat(ended.effect().state()).as(as).isEqualTo(EffectState.UNKNOWN);
      return;
    }
    switch (ended.effect().state()) {
      case LANDED -> assertThat(truth.landings).as(as).isPositive();
      case NOT_LANDED -> {
        if (ended.retryClass() != RetryClass.PURE) {
          assertThat(truth.landings).as(as).isZero();
        }
      }
      case UNKNOWN -> assertThat(ended.retryClass()).as(as).isEqualTo(RetryClass.PURE);
      case INTENDED, DISPATCHED, UNDONE, ABANDONED -> throw new AssertionError(as);
    }
  }

  /** Intents are the sum of their states, and those are what the walks came to. */
  private void books(Collection<Ended> ended) throws SQLException {
    var counted = new ConcurrentHashMap<String, Integer>();
    ended.forEach(one -> counted.merge(one.effect().state().name(), 1, Integer::sum));
    var ledger = new ConcurrentHashMap<String, Integer>();
    try (var connection = engine();
        var select =
            connection.prepareStatement(
                "SELECT state, count(*)::int FROM effect WHERE run_id = ? GROUP BY state")) {
      select.setObject(1, run.uuid());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          ledger.put(row.getString(1), row.getInt(2));
        }
      }
    }
    assertThat(ledger).isEqualTo(counted);
    assertThat(ledger.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ended.size());
  }
}
