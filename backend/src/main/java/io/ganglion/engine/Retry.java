package io.ganglion.engine;

import io.ganglion.connector.RetryClass;
import io.ganglion.effect.Effect;
import io.ganglion.effect.EffectState;
import io.ganglion.effect.Intent;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A further try that the workflow asked for: what landed in an earlier one is not sent again, its
 * record is returned.
 *
 * @param within position of the {@code try} task's visit
 * @param taken effects whose record a visit of this try has returned already, each once
 */
record Retry(String within, Set<EffectId> taken) {
  private static final Pattern VISITS = Pattern.compile("\\[[0-9]+]");

  static Retry of(Visit attempt) {
    return new Retry(attempt.position(), ConcurrentHashMap.newKeySet());
  }

  /**
   * The effect of the same task, with the same arguments, that landed in an earlier try. Reads are
   * always made anew.
   */
  Optional<Effect> landed(Visit visit, Intent intent) {
    var place = place(visit.position());
    var hash = Json.hash(intent.arguments());
    return visit.walk().scope().ledger().all().stream()
        .filter(effect -> effect.state() == EffectState.LANDED && effect.frozen().undoOf() == null)
        .filter(effect -> effect.frozen().retryClass() != RetryClass.PURE)
        .filter(effect -> effect.frozen().position().startsWith(within + "/"))
        .filter(effect -> !effect.frozen().position().equals(visit.position()))
        .filter(effect -> place(effect.frozen().position()).equals(place))
        .filter(effect -> effect.frozen().argumentsHash().equals(hash))
        .filter(effect -> taken.add(effect.id()))
        .findFirst();
  }

  private static String place(String position) {
    return VISITS.matcher(position).replaceAll("");
  }
}
