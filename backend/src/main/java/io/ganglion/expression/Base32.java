package io.ganglion.expression;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * The formats {@code @base32} and {@code @base32d}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648</a>
 */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static Map<String, Function> all() {
    return Map.of(
        "@base32/0",
            (scope, args, in, path, output, version) -> {
              var text = in.isTextual() ? in.textValue() : in.toString();
              Meter.current().fits(text.length() * 8L / 5);
              output.emit(TextNode.valueOf(encoded(text)), null);
            },
        "@base32d/0",
            (scope, args, in, path, output, version) -> {
              if (!in.isTextual()) {
                throw new JsonQueryException("%s is not a text in base32", in);
              }
              output.emit(TextNode.valueOf(decoded(in.textValue())), null);
            });
  }

  private static String encoded(String text) {
    var encoded = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      held = (held << 8 | b & 0xff) & 0xfff; // 4 bits at most are left of the byte before
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        encoded.append(ALPHABET.charAt(held >> bits & 31));
      }
    }
    if (bits > 0) {
      encoded.append(ALPHABET.charAt(held << 5 - bits & 31));
    }
    while (encoded.length() % 8 != 0) {
      encoded.append('=');
    }
    return encoded.toString();
  }

  private static String decoded(String text) throws JsonQueryException {
    var bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    int end = text.length();
    while (end > 0
        && text.charAt(end - 1) == '=') { // by hand: a pattern would try each run of them
      end--;
    }
    for (int at = 0; at < end; at++) {
      int value = ALPHABET.indexOf(text.charAt(at));
      if (value < 0) {
        throw new JsonQueryException("this is not valid base32 data");
      }
      held = (held << 5 | value) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits & 0xff);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
