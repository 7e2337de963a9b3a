package io.ganglion.lab.x;

import java.util.regex.Pattern;

/**
 * How long X says a text is.
 *
 * @see <a href="https://docs.x.com/fundamentals/counting-characters">X: counting characters</a>
 */
final class WeightedLength {
  static final int LIMIT = 280;

  private static final int URL_LENGTH = 23;
  private static final Pattern URL = Pattern.compile("https?://\\S+");

  private WeightedLength() {}

  static int of(String text) {
    var links = URL.matcher(text);
    int length = (int) links.results().count() * URL_LENGTH;
    return length + links.reset().replaceAll("").codePoints().map(WeightedLength::weight).sum();
  }

  /** Latin and its like count one, all else (Chinese, emoji) two. */
  private static int weight(int c) {
    boolean light =
        c <= 4351
            || (c >= 8192 && c <= 8205)
            || (c >= 8208 && c <= 8223)
            || (c >= 8242 && c <= 8247);
    return light ? 1 : 2;
  }
}
