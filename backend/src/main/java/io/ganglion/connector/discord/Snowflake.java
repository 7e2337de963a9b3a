package io.ganglion.connector.discord;

import io.ganglion.kernel.EffectId;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Discord's identifiers: 64 bits, of which the upper 42 are milliseconds since 2015. Pure.
 *
 * @see <a href="https://discord.com/developers/docs/reference#snowflakes">snowflakes</a>
 */
final class Snowflake {
  private static final long EPOCH_MS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;
  private static final int NONCE_CHARS = 25;

  private Snowflake() {}

  /** The least identifier of that time. */
  static String at(Instant time) {
    return Long.toUnsignedString(Math.max(0, time.toEpochMilli() - EPOCH_MS) << TIME_SHIFT);
  }

  /** The later one. */
  static String later(String a, String b) {
    return number(a) >= number(b) ? a : b;
  }

  static long number(String id) {
    return id.matches("[0-9]{1,18}|[1-8][0-9]{18}") ? Long.parseLong(id) : 0;
  }

  /**
   * The nonce of an act: the same for all its attempts. 128 bits fit into the 25 characters that
   * Discord takes.
   */
  static String nonce(EffectId effect) {
    var hex = effect.uuid().toString().replace("-", "");
    var text = new BigInteger(hex, 16).toString(Character.MAX_RADIX);
    return "0".repeat(NONCE_CHARS - text.length()) + text;
  }
}
