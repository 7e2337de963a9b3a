package io.ganglion.connector.x;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A post's length as X counts it (its published weighted-character configuration, version 3): Latin
 * and most alphabets weigh 1, other characters 2, an emoji 2 whatever it is made of, a URL 23.
 */
final class PostLength {
  static final int LIMIT = 280;
  private static final int URL_LENGTH = 23;

  /** Bare domains are links too; of those only the usual top-level domains are known here. */
  private static final Pattern URL =
      Pattern.compile(
          "https?://[^\\s]+|(?<![\\w@.-])(?:[a-z0-9-]+\\.)+"
              + "(?:com|org|net|io|ai|dev|app|co|xyz|info|edu|gov|me|tv|gg|eth|uk|de|fr|eu)"
              + "(?![\\w-])(?:/[^\\s]*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private PostLength() {}

  static int of(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    var urls = (int) URL.matcher(normal).results().count();
    var rest = URL.matcher(normal).replaceAll("");
    var weight = CLUSTER.matcher(rest).results().mapToInt(match -> weight(match.group())).sum();
    return urls * URL_LENGTH + weight;
  }

  private static int weight(String cluster) {
    var first = cluster.codePointAt(0);
    var emoji =
        Character.isEmojiPresentation(first)
            || (Character.isEmoji(first) && cluster.indexOf('\ufe0f') >= 0);
    return emoji ? 2 : cluster.codePoints().map(PostLength::weight).sum();
  }

  private static int weight(int c) {
    var light =
        c <= 0x10ff
            || (c >= 0x2000 && c <= 0x200d)
            || (c >= 0x2010 && c <= 0x201f)
            || (c >= 0x2032 && c <= 0x2037);
    return light ? 1 : 2;
  }
}
