package io.ganglion.addition;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes names that others chose into identifiers, each given once. */
final class Identifiers {
  private static final int MAX = 64;
  private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Pattern STARTS = Pattern.compile("[A-Za-z].*");

  private final Set<String> taken = new HashSet<>();

  /** These are not given any more. */
  Identifiers(Set<String> reserved) {
    taken.addAll(reserved);
  }

  /** Words run together, e.g. {@code listPets} of {@code list-pets}; a second one gets a number. */
  String of(String text) {
    var made = new StringBuilder();
    for (var word : FOREIGN.split(text, -1)) {
      if (!word.isEmpty()) {
        made.append(made.isEmpty() ? lower(word) : upper(word));
      }
    }
    var plain = made.toString();
    if (!STARTS.matcher(plain).matches()) {
      plain = "op" + plain;
    }
    var name = cut(plain, MAX);
    for (int i = 2; !taken.add(name); i++) {
      var suffix = String.valueOf(i);
      name = cut(plain, MAX - suffix.length()) + suffix;
    }
    return name;
  }

  /** The name itself where it can be one, else as {@link #of}. */
  String keeping(String name) {
    return PLAIN.matcher(name).matches() && taken.add(name) ? name : of(name);
  }

  /** Words in capitals alone become small. */
  private static String lower(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT))
        ? word.toLowerCase(Locale.ROOT)
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static String upper(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }
}
