package io.ganglion.lab.discord;

import io.ganglion.lab.Scene;
import java.sql.SQLException;

/** Identifiers that carry their time, as Discord's do. */
final class Ids {
  private static final long EPOCH_MS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;
  private static final long LOW = (1L << TIME_SHIFT) - 1;

  private Ids() {}

  static String next(Scene scene) throws SQLException {
    long time = scene.now().toEpochMilli() - EPOCH_MS;
    return Long.toString((time << TIME_SHIFT) | (scene.number() & LOW));
  }

  /** Zero for what is none. */
  static long number(String id) {
    return id.matches("[0-9]{1,18}|[1-8][0-9]{18}") ? Long.parseLong(id) : 0;
  }
}
