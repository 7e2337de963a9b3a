package io.ganglion.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways in which a peer may say a secret it was sent. */
final class SecretForms {
  /** Shorter pieces would blot out ordinary words. */
  static final int SHORTEST = 6;

  private SecretForms() {}

  /** In no order that matters: who blots them out takes the longest first. */
  static List<String> of(String secret) {
    var forms = new LinkedHashSet<String>();
    forms.add(secret);
    var json = com.fasterxml.jackson.databind.node.TextNode.valueOf(secret).toString();
    forms.add(json.substring(1, json.length() - 1)); // JSON inside of a text
    for (var times = 0;
        times < 2;
        times++) { // an address inside of an address has it encoded twice
      for (var text : List.copyOf(forms)) {
        var query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        forms.add(query);
        forms.add(query.replace("+", "%20"));
      }
    }
    for (var text : List.copyOf(forms)) { // a form body in Base64 has it encoded twice
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      var hex = HexFormat.of().formatHex(bytes);
      forms.add(hex);
      forms.add(hex.toUpperCase(Locale.ROOT));
      base64(bytes, forms);
      forms.add(lowerHex(text));
    }
    forms.removeIf(form -> form.length() < SHORTEST);
    return List.copyOf(forms);
  }

  /**
   * Within a longer text ({@code user:password}) it begins at any of three places of Base64's
   * groups; what is encoded together with its neighbours is left out.
   */
  private static void base64(byte[] bytes, Set<String> forms) {
    for (int before = 0; before < 3; before++) {
      var shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int first = (before * 8 + 5) / 6;
      int end = shifted.length * 8 / 6;
      var padded = Arrays.copyOf(shifted, shifted.length + 3);
      for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        forms.add(encoder.encodeToString(padded).substring(first, end));
      }
    }
  }

  /** With {@code %2f} instead of {@code %2F}. */
  private static String lowerHex(String encoded) {
    return java.util.regex.Pattern.compile("%[0-9A-F]{2}")
        .matcher(encoded)
        .replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
  }
}
