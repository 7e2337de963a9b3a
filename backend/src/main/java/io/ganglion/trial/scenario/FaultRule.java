package io.ganglion.trial.scenario;

import io.ganglion.lab.Fault;
import io.ganglion.lab.FaultKind;
import io.ganglion.lab.Platform;
import java.time.Duration;
import java.util.Optional;

/**
 * A fault that worlds may have.
 *
 * @param part whose calls it spoils
 * @param method of the calls it looks at, as {@link Fault.Program} has it
 * @param path begins the path of these calls
 * @param odds in what share of the worlds it is at all
 * @param chance of striking a call
 * @param times how often it strikes at most
 * @param delayMs in milliseconds; what waits that long depends on the kind
 */
public record FaultRule(
    String part,
    FaultKind kind,
    String method,
    String path,
    double odds,
    double chance,
    Range times,
    Range delayMs) {
  /** Both ends are in it. */
  public record Range(int from, int to) {}

  /**
   * What a world has of it. It counts calls of its own method and path alone, so that what else
   * goes on – look-ups above all, whose number depends on time – doesn't move its strikes.
   *
   * @param nth among the scenario's rules
   * @param account whose calls they are
   */
  Optional<Fault.Program> draw(Seeded seeded, int nth, Platform platform, String account) {
    var name = "fault|%d|".formatted(nth);
    int strikes = seeded.between(name + "times", times.from, times.to);
    if (strikes == 0 || seeded.roll(name + "odds") >= odds) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault.Program(
            platform,
            Optional.of(account),
            Optional.of(method),
            path,
            kind,
            Optional.of(strikes),
            chance,
            seeded.number(name + "seed"),
            Duration.ofMillis(seeded.between(name + "delay", delayMs.from, delayMs.to))));
  }
}
