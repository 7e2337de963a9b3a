package io.ganglion.isolation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A secret that may be found nowhere.
 *
 * @param from how it came in
 * @param text of which a piece of 16 characters is looked for, so that half of a secret is found
 *     too
 */
record Canary(String from, String text) {
  private static final int PIECE = 16;
  private static final SplittableRandom RANDOM = new SplittableRandom();

  /** With characters at its end that an address, JSON or Base64 writes otherwise. */
  static Canary of(String from) {
    return new Canary(from, hex(24) + "+/=&\\\"%");
  }

  /** Of 64 hexadecimal digits. */
  static Canary key(String from) {
    return new Canary(from, hex(64));
  }

  private static String hex(int digits) {
    var text = new StringBuilder();
    while (text.length() < digits) {
      text.append(HexFormat.of().toHexDigits(RANDOM.nextLong()));
    }
    return text.substring(0, digits);
  }

  /** In JSON, without quotes. */
  String json() {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** What a search looks for: its first and its last characters, as they are and encoded. */
  List<String> signs() {
    return Stream.of(text.substring(0, PIECE), text.substring(8, 8 + PIECE))
        .flatMap(Canary::forms)
        .distinct()
        .toList();
  }

  private static Stream<String> forms(String piece) {
    var bytes = piece.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(bytes);
    var plain = Stream.of(piece, hex, hex.toUpperCase(Locale.ROOT));
    return Stream.concat(
        plain, Stream.of(0, 1, 2).map(before -> base64(bytes, before))); // of hex digits: no + or /
  }

  private static String base64(byte[] bytes, int before) {
    var shifted = new byte[before + bytes.length + 3];
    Arrays.fill(shifted, (byte) 'x');
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    int first = (before * 8 + 5) / 6;
    return Base64.getEncoder()
        .encodeToString(shifted)
        .substring(first, (before + bytes.length) * 8 / 6);
  }

  @Override
  public String toString() {
    return "canary of " + from; // the search must not find its own report
  }
}
