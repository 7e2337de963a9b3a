package io.ganglion.kernel;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes as chains write them: base 58, without the digits that look alike; a leading zero byte is a
 * 1.
 */
public final class Base58 {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(58);

  /** Longer texts are refused: reading takes time that grows with the square. */
  private static final int MAX_CHARS = 200;

  private Base58() {}

  public static String write(byte[] bytes) {
    var text = new StringBuilder();
    for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
      text.append(DIGITS.charAt(rest.mod(BASE).intValue()));
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      text.append(DIGITS.charAt(0));
    }
    return text.reverse().toString();
  }

  /** Empty if it is not base 58, or not of that many bytes. */
  public static Optional<byte[]> read(String text, int length) {
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    var number = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    int zeros = 0;
    while (zeros < text.length() && text.charAt(zeros) == DIGITS.charAt(0)) {
      zeros++;
    }
    var digits = number.signum() == 0 ? new byte[0] : number.toByteArray();
    var magnitude =
        digits.length > 0 && digits[0] == 0 ? Arrays.copyOfRange(digits, 1, digits.length) : digits;
    if (zeros + magnitude.length != length) {
      return Optional.empty();
    }
    var bytes = new byte[length];
    System.arraycopy(magnitude, 0, bytes, zeros, magnitude.length);
    return Optional.of(bytes);
  }
}
