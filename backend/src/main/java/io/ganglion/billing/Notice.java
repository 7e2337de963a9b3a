package io.ganglion.billing;

import io.ganglion.notification.Kind;
import java.util.Locale;
import java.util.Optional;

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

  /**
   * Of which kind it is, where people may choose not to be told; empty for what the tenant has to
   * hear before it stops.
   */
  Optional<Kind> kind() {
    return switch (this) {
      case ISSUED, RESUMED -> Optional.of(Kind.BILLING);
      case OVERDUE, SUSPENDED -> Optional.empty();
      case BURST_50, BURST_80, BURST_100 -> Optional.of(Kind.CAPACITY);
    };
  }

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
