package io.ganglion.effect;

import io.ganglion.db.Write;
import java.util.List;

/**
 * What refuses the dispatches of a run, checked in each intent's commit.
 *
 * @param acts for what it does: cancelled, paused, suspended
 * @param undoes for what takes back: paused alone
 */
public record Guards(List<Write> acts, List<Write> undoes) {
  public Guards {
    acts = List.copyOf(acts);
    undoes = List.copyOf(undoes);
  }
}
