package io.ganglion.lab;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Plays one call to a simulated platform, with the fault that was programmed for it. */
@ApplicationScoped
public class Stage {
  private final TenantTx tx;
  private final Clock clock;
  private final Map<Platform, Simulator> simulators = new EnumMap<>(Platform.class);
  private final Semaphore turns;
  private final Duration turnWait;

  @Inject
  Stage(TenantTx tx, LabConfig config, @All List<Simulator> simulators) {
    this.tx = tx;
    this.turns = new Semaphore(config.atOnce(), true);
    this.turnWait = config.turnWait();
    this.clock = Clock.systemUTC();
    simulators.forEach(simulator -> this.simulators.put(simulator.platform(), simulator));
  }

  /** What the caller is to see. */
  public sealed interface Performance {
    /** The reply, sent after the delay. */
    record Answer(Reply reply, Duration delay) implements Performance {}

    /** The connection is cut without a byte of an answer. */
    record Reset() implements Performance {}

    /** Half of the reply's body, then the connection is cut. */
    record Truncated(Reply reply) implements Performance {}

    /** The reply's status and headers with a body that is not JSON. */
    record Malformed(Reply reply) implements Performance {}
  }

  /** Serves the call; what it changes is committed when this returns. Blocks for slow platforms. */
  public Performance play(Platform platform, Call call) throws InterruptedException {
    var simulator = simulator(platform);
    var open = simulator.open(call, clock.instant());
    if (open.isPresent()) {
      return answer(open.get());
    }
    var token = simulator.credential(call);
    if (token.isEmpty()) {
      return answer(simulator.unauthorized(call));
    }
    var first = inTurn(token.get(), c -> enter(c, simulator, token.get(), call));
    return switch (first) {
      case null -> answer(simulator.failed(call));
      case Act.Done(var performance) -> performance;
      case Act.Later(var pause) -> {
        Thread.sleep(pause); // outside of any transaction
        var reply =
            inTurn(token.get(), c -> perform(c, simulator, token.get(), call, Scene.Twist.NONE));
        yield answer(reply == null ? simulator.failed(call) : reply);
      }
    };
  }

  /** Nothing when no turn comes in time: nothing was done then. */
  private <T> @Nullable T inTurn(Token token, TenantTx.Work<T> work) throws InterruptedException {
    if (!turns.tryAcquire(turnWait.toMillis(), TimeUnit.MILLISECONDS)) {
      return null;
    }
    try {
      return tx.call(token.tenant(), work);
    } finally {
      turns.release();
    }
  }

  /** How far the first transaction of a call came. */
  private sealed interface Act {
    record Done(Performance performance) implements Act {}

    record Later(Duration pause) implements Act {}
  }

  private Simulator simulator(Platform platform) {
    var simulator = simulators.get(platform);
    if (simulator == null) {
      throw new IllegalStateException("no simulator of " + platform);
    }
    return simulator;
  }

  private static Act enter(Connection connection, Simulator simulator, Token token, Call call)
      throws SQLException {
    var row = Accounts.find(connection, simulator.platform(), token, false);
    if (row.isEmpty() || !proven(connection, simulator, token, call, row.get())) {
      return new Act.Done(answer(simulator.unauthorized(call)));
    }
    var strike =
        Faults.strike(
            connection,
            token.tenant(),
            simulator.platform(),
            row.get(),
            simulator.method(call),
            call.path());
    if (strike.isEmpty()) {
      return new Act.Done(answer(perform(connection, simulator, token, call, Scene.Twist.NONE)));
    }
    var fault = strike.get();
    if (fault.kind().before()) {
      return new Act.Done(spoiledBefore(simulator, call, fault, row.get().now()));
    }
    if (fault.kind() == FaultKind.SLOW) {
      return new Act.Later(fault.delay());
    }
    var reply = perform(connection, simulator, token, call, twist(fault));
    return new Act.Done(spoiledAfter(simulator, call, fault, reply));
  }

  private static boolean proven(
      Connection connection, Simulator simulator, Token token, Call call, Accounts.Row row)
      throws SQLException {
    return simulator.judges(call)
        || token.proves(row.credentialHash())
        || Grants.proves(connection, simulator.platform(), token, row.now());
  }

  private static Scene.Twist twist(Fault.Program fault) {
    return new Scene.Twist(
        fault.kind() == FaultKind.SEARCH_LAG ? fault.delay() : Duration.ZERO,
        fault.kind() == FaultKind.MINING_DELAY ? fault.delay() : Duration.ZERO,
        fault.kind() == FaultKind.PRICE_JUMP);
  }

  private static Reply perform(
      Connection connection, Simulator simulator, Token token, Call call, Scene.Twist twist)
      throws SQLException {
    var platform = simulator.platform();
    var row = Accounts.find(connection, platform, token, simulator.serial()).orElseThrow();
    var scene = new Scene(connection, token.tenant(), platform, row, twist);
    var reply = simulator.play(scene, call);
    if (simulator.serial() && !scene.state().equals(row.state())) {
      Accounts.remember(connection, platform, token, scene.state());
    }
    return reply;
  }

  private static Performance answer(Reply reply) {
    return new Performance.Answer(reply, Duration.ZERO);
  }

  private static Performance spoiledBefore(
      Simulator simulator, Call call, Fault.Program fault, Instant now) {
    return switch (fault.kind()) {
      case RESET_BEFORE -> new Performance.Reset();
      case RATE_LIMIT ->
          answer(
              simulator.limited(
                  call, Optional.of(fault.delay()).filter(wait -> !wait.isZero()), now));
      case UNAUTHORIZED -> answer(simulator.unauthorized(call));
      case REDIRECT ->
          answer(
              Reply.of(307, Json.object())
                  .header("Location", "http://redirected.invalid" + call.path()));
      case STATUS_500_BEFORE -> answer(simulator.failed(call));
      case STATUS_500_AFTER,
          RESET_AFTER,
          HANG_AFTER,
          TRUNCATE_AFTER,
          MALFORMED_AFTER,
          SLOW,
          SEARCH_LAG,
          MINING_DELAY,
          PRICE_JUMP ->
          throw new IllegalStateException(fault.kind() + " lets the call through");
    };
  }

  private static Performance spoiledAfter(
      Simulator simulator, Call call, Fault.Program fault, Reply reply) {
    return switch (fault.kind()) {
      case STATUS_500_AFTER -> answer(simulator.failed(call));
      case RESET_AFTER -> new Performance.Reset();
      case HANG_AFTER -> new Performance.Answer(reply, fault.delay());
      case TRUNCATE_AFTER -> new Performance.Truncated(reply);
      case MALFORMED_AFTER -> new Performance.Malformed(reply);
      case SLOW, SEARCH_LAG, MINING_DELAY, PRICE_JUMP -> answer(reply);
      case STATUS_500_BEFORE, RESET_BEFORE, RATE_LIMIT, REDIRECT, UNAUTHORIZED ->
          throw new IllegalStateException(fault.kind() + " stops the call");
    };
  }
}
