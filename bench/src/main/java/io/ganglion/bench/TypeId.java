package io.ganglion.bench;

import java.util.UUID;

/** Reads the UUID in an identifier of the API: a prefix and 26 letters of Crockford's base 32. */
final class TypeId {
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BITS = 5;

  private TypeId() {}

  static UUID uuid(String id) {
    var number = java.math.BigInteger.ZERO;
    for (char letter : id.substring(id.indexOf('_') + 1).toCharArray()) {
      number = number.shiftLeft(BITS).or(java.math.BigInteger.valueOf(LETTERS.indexOf(letter)));
    }
    return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
  }
}
