package io.ganglion.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered identifiers: UUID version 7 of RFC 9562, with a counter in rand_a so that one
 * process's are ordered.
 */
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Milliseconds in the upper 52 bits, a 12-bit counter below: it only ever grows. */
  private static final AtomicLong LAST = new AtomicLong();

  private Uuid7() {}

  public static UUID next() {
    return next(System.currentTimeMillis());
  }

  /** Not above any that is made from that time on, and above all that were made before. */
  public static UUID first(Instant from) {
    return new UUID(Math.max(0, from.toEpochMilli()) << 16, 0);
  }

  static UUID next(long nowMillis) {
    long stamp = LAST.updateAndGet(last -> Math.max(last + 1, nowMillis << 12));
    long high = ((stamp >>> 12) << 16) | 0x7000L | (stamp & 0xFFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
