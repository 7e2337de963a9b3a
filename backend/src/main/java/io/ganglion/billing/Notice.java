package io.ganglion.billing;

import java.util.Locale;

/** What people are told of bills by mail. */
enum Notice {
  /** Its reference is the invoice or credit note. */
  ISSUED,
  /** As above. */
  OVERDUE,
  /** As above. */
  SUSPENDED,
  /** As above. */
  RESUMED,
  /** Its reference is the month. */
  BURST_50,
  /** As above. */
  BURST_80,
  /** As above. */
  BURST_100;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Notice of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Of a share of burst's cap. */
  static Notice burst(int percent) {
    return valueOf("BURST_" + percent);
  }
}
