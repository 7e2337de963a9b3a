package io.ganglion.lab;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A programmed fault.
 *
 * @param seen calls that matched so far
 * @param struck calls it spoiled so far
 */
public record Fault(UUID id, Program program, long seen, long struck) {
  /** Longest delay, in minutes. */
  static final Duration MAX_DELAY = Duration.ofMinutes(10);

  /**
   * What to do wrong, to which calls, how often.
   *
   * @param account empty: every account of the platform
   * @param method HTTP method, on evm and solana the JSON-RPC method, on telegram the Bot API's;
   *     empty: every one
   * @param pathPrefix of the path below the platform's base address; empty: every path
   * @param remaining how often it strikes; empty: without end
   * @param probability of striking a call that matches, from 0 to 1
   * @param seed the same seed and the same order of calls give the same strikes
   */
  public record Program(
      Platform platform,
      Optional<String> account,
      Optional<String> method,
      String pathPrefix,
      FaultKind kind,
      Optional<Integer> remaining,
      double probability,
      long seed,
      Duration delay) {
    public Program {
      if (!(probability >= 0 && probability <= 1)) {
        throw LabProblem.invalid("/probability", "send a number from 0 to 1");
      }
      if (remaining.filter(count -> count < 0).isPresent()) {
        throw LabProblem.invalid("/remaining", "send a count, or leave it out for no end");
      }
      if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
        throw LabProblem.invalid("/delay_ms", "send 0 to %d".formatted(MAX_DELAY.toMillis()));
      }
    }

    /** Strikes the next calls to that path of that platform, without delay. */
    public static Program next(
        Platform platform, String method, String pathPrefix, FaultKind kind, int times) {
      return new Program(
          platform,
          Optional.empty(),
          Optional.of(method),
          pathPrefix,
          kind,
          Optional.of(times),
          1,
          0,
          Duration.ZERO);
    }

    public Program delayed(Duration wait) {
      return new Program(
          platform, account, method, pathPrefix, kind, remaining, probability, seed, wait);
    }
  }

  /**
   * Whether it strikes the n-th call that matches it, from 0.
   *
   * @see <a href="https://doi.org/10.1145/2714064.2660195">SplitMix64, whose mixing step this
   *     is</a>
   */
  static boolean strikes(long seed, long n, double probability) {
    long z = seed + (n + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53 < probability;
  }
}
