package io.ganglion.addition;

/** Texts that strangers wrote, made fit to be shown. */
final class OneLine {
  private OneLine() {}

  /** On one line, at most so long. */
  static String cut(String text, int most) {
    var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }
}
