package io.ganglion.effect;

import io.ganglion.connector.Others;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Effects on the same system that a look-up could take for the one it is about. Read when they are
 * asked for: most connectors look up by a key of the effect's own.
 */
final class Rivals implements Others {
  private final Scope scope;
  private final Effect effect;
  private @Nullable List<Effect> known;

  Rivals(Scope scope, Effect effect) {
    this.scope = scope;
    this.effect = effect;
  }

  @Override
  public Set<String> references() {
    return all().stream()
        .map(Effect::landed)
        .filter(landing -> landing != null)
        .map(Effect.Landing::reference)
        .collect(Collectors.toSet());
  }

  @Override
  public boolean inDoubt() {
    var now = scope.lease().now();
    return all().stream().anyMatch(other -> mayBeFound(effect, other, now));
  }

  /** Pure: whether what a look-up finds may be another effect's whose fate is not known yet. */
  static boolean mayBeFound(Effect effect, Effect other, Instant now) {
    if (!alike(effect, other)) {
      return false;
    }
    return switch (other.state()) {
      case DISPATCHED -> now.isBefore(EffectRules.judgeAfter(other, now)) || older(other, effect);
      case UNKNOWN -> older(other, effect);
      case INTENDED, LANDED, NOT_LANDED, UNDONE, ABANDONED -> false;
    };
  }

  private static boolean alike(Effect one, Effect other) {
    return one.frozen().action().equals(other.frozen().action())
        && one.frozen().argumentsHash().equals(other.frozen().argumentsHash());
  }

  /** Of two that wait for each other it is this one's turn. */
  private static boolean older(Effect one, Effect other) {
    return one.id().uuid().compareTo(other.id().uuid()) < 0;
  }

  private List<Effect> all() {
    if (known == null) {
      var found = new ArrayList<Effect>();
      scope.ledger().all().stream()
          .filter(other -> other.frozen().system().equals(effect.frozen().system()))
          .filter(other -> !other.id().equals(effect.id()))
          .forEach(found::add);
      found.addAll(scope.others().near(effect));
      known = found;
    }
    return known;
  }
}
