package io.ganglion.trial.scenario;

import io.ganglion.lab.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task in a world of the laboratory, with what goes wrong there.
 *
 * @param name unique; what people call it by
 * @param version raised with each change that may change a score
 * @param parts accounts that a world opens, by the names that its connections have
 * @param approval how often the world's person approves what an agent asks; empty: nobody needs to
 *     be asked, and who asks waits in vain
 * @param draw the members of a run's input
 * @param goals what is to be reached, each of the same weight
 * @param invariants what must never be otherwise: one that is broken makes the score 0
 * @param par what a run without a fault and without a detour needs
 * @param limits above which effort and spend cost no more, and when it is judged as it stands
 * @param workflow the reference: a definition that solves it
 */
public record Scenario(
    String name,
    int version,
    String title,
    String about,
    Map<String, Platform> parts,
    Optional<Double> approval,
    Map<String, Draw> draw,
    List<FaultRule> faults,
    List<Goal> goals,
    List<Goal> invariants,
    Budget par,
    Budget limits,
    Duration time,
    String workflow) {
  public Scenario {
    goals = List.copyOf(goals);
    invariants = List.copyOf(invariants);
    faults = List.copyOf(faults);
  }

  /**
   * Effort and money.
   *
   * @param attempts dispatches of effects, reads included
   * @param spendMicros millionths of the laboratory's dollar
   */
  public record Budget(int attempts, long spendMicros) {}

  /** The depth that it can earn: all of its systems, coordinated. */
  public int depth() {
    return parts.size();
  }

  /** What a seed makes of it. */
  public Drawn drawn(long seed) {
    return new Drawn(this, Seeded.of(name, version, seed));
  }
}
