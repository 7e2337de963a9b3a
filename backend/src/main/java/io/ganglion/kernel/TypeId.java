package io.ganglion.kernel;

import java.util.Arrays;
import java.util.UUID;

/**
 * The written form of identifiers: 26 characters of Crockford base32 (lower case, no i, l, o, u)
 * behind a prefix.
 *
 * @see <a href="https://github.com/jetify-com/typeid/tree/main/spec">the TypeID specification
 *     0.3</a>
 */
final class TypeId {
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 26;
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (byte i = 0; i < ALPHABET.length; i++) {
      VALUES[ALPHABET[i]] = i;
    }
  }

  private TypeId() {}

  static String encode(String prefix, UUID uuid) {
    var out = new char[LENGTH];
    long high = uuid.getMostSignificantBits();
    long low = uuid.getLeastSignificantBits();
    for (int i = LENGTH - 1; i >= 0; i--) {
      out[i] = ALPHABET[(int) (low & 31)];
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return prefix + "_" + new String(out);
  }

  static UUID decode(String prefix, String text) {
    int start = prefix.length() + 1;
    if (text.length() != start + LENGTH
        || !text.startsWith(prefix)
        || text.charAt(prefix.length()) != '_') {
      throw new IllegalArgumentException("not a %s_ identifier".formatted(prefix));
    }
    long high = 0;
    long low = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0 || (i == start && value > 7)) { // the first character carries 3 of the 130 bits
        throw new IllegalArgumentException("not a %s_ identifier".formatted(prefix));
      }
      high = (high << 5) | (low >>> 59);
      low = (low << 5) | value;
    }
    return new UUID(high, low);
  }
}
