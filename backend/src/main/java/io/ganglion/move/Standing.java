package io.ganglion.move;

import java.util.Optional;
import java.util.UUID;

/**
 * What a cell has of a tenant.
 *
 * @param cell what the cell calls itself
 * @param there whether it has the tenant's row
 * @param way of a move that is under way or was made; empty: the tenant lives here
 */
record Standing(String cell, boolean there, Optional<Way> way) {

  /**
   * @param id of the move, the same in both cells
   * @param cell what the other cell calls itself
   */
  record Way(UUID id, Stage stage, String cell) {}

  boolean lives() {
    return there && way.isEmpty();
  }

  /** Whether it has moved to the other cell. */
  boolean away() {
    return is(Stage.LEFT) || is(Stage.GONE);
  }

  boolean is(Stage stage) {
    return way.filter(one -> one.stage == stage).isPresent();
  }

  /** Whether this is the copy that a move made. */
  boolean copyOf(Way move) {
    return way.filter(one -> one.stage == Stage.ARRIVING && one.id.equals(move.id)).isPresent();
  }
}
