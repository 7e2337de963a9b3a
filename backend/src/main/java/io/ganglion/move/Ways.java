package io.ganglion.move;

import java.util.Optional;
import java.util.UUID;

/** The rows that say where a tenant is on its way. Stages change by compare-and-set. */
final class Ways {
  private static final String BEGIN =
      "INSERT INTO tenant_move (tenant_id, id, stage, cell, address) VALUES (?, ?, 'pausing', ?, nullif(?, ''))";
  private static final String ARRIVE =
      "INSERT INTO tenant_move (tenant_id, id, stage, cell) VALUES (?, ?, 'arriving', ?)";
  private static final String ADVANCE =
      "UPDATE tenant_move SET stage = ?, stage_at = now() WHERE tenant_id = ? AND stage = ?";
  private static final String END = "DELETE FROM tenant_move WHERE tenant_id = ? AND stage = ?";

  private Ways() {}

  static void begin(Session source, String destination, Optional<String> address) {
    source.update(BEGIN, source.id(), UUID.randomUUID(), destination, address.orElse(""));
  }

  static void arrive(Session destination, UUID move, String source) {
    destination.update(ARRIVE, destination.id(), move, source);
  }

  static void advance(Session cell, Stage from, Stage to) {
    changed(cell, cell.update(ADVANCE, to.text(), cell.id(), from.text()));
  }

  /** From now on the tenant lives in this cell. */
  static void end(Session cell, Stage from) {
    changed(cell, cell.update(END, cell.id(), from.text()));
  }

  private static void changed(Session cell, int rows) {
    if (rows != 1) {
      throw new MoveFailed(
          "somebody else has changed how far the tenant is in the %s; run this again"
              .formatted(cell.name()));
    }
  }
}
