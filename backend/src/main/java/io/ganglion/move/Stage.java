package io.ganglion.move;

import java.util.Locale;

/** How far a tenant is on its way, as the row in each cell has it. */
enum Stage {
  /** In the source: nothing new is dispatched; what is in flight comes to be known. */
  PAUSING,
  /** In the source: nothing is claimed either, so that no worker has a run of it in the end. */
  DRAINING,
  /** In the source: no transaction enters the tenant. */
  SEALED,
  /** In the source, for good: the tenant is the destination's. */
  LEFT,
  /** In the source: and its rows are deleted there, but for those by which it is told so. */
  GONE,
  /** In the destination: a copy that nobody uses yet. */
  ARRIVING;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Stage of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
