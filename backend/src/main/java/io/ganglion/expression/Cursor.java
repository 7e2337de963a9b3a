package io.ganglion.expression;

/** Reads a program's text from left to right. */
final class Cursor {
  private static final int END = -1;
  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /** The next character, or a negative number at the end; white space counts. */
  int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  int next() {
    return at < text.length() ? text.charAt(at++) : END;
  }

  boolean ended() {
    skip();
    return at == text.length();
  }

  /** Passes white space and comments. */
  void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int line = text.indexOf('\n', at);
        at = line < 0 ? text.length() : line;
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  /** Whether these characters are next; white space before them is passed. */
  boolean sees(String symbol) {
    skip();
    return text.startsWith(symbol, at);
  }

  boolean take(String symbol) {
    boolean seen = sees(symbol);
    if (seen) {
      at += symbol.length();
    }
    return seen;
  }

  void expect(String symbol) {
    if (!take(symbol)) {
      throw unexpected("'%s'".formatted(symbol));
    }
  }

  /** The word that is next, or an empty text; white space before it is passed. */
  String word() {
    skip();
    int end = at;
    while (end < text.length() && inWord(text.charAt(end), end == at)) {
      end++;
    }
    return text.substring(at, end);
  }

  boolean takeWord(String word) {
    boolean seen = word().equals(word);
    if (seen) {
      at += word.length();
    }
    return seen;
  }

  /** A name that must be next. */
  String name() {
    var name = word();
    if (name.isEmpty()) {
      throw unexpected("a name");
    }
    at += name.length();
    return name;
  }

  boolean startsName(int offset) {
    return at + offset < text.length() && inWord(text.charAt(at + offset), true);
  }

  String from(int start) {
    return text.substring(start, at);
  }

  ExpressionInvalid unexpected(String wanted) {
    skip();
    if (at == text.length()) {
      return new ExpressionInvalid("it ends where %s should follow".formatted(wanted), at);
    }
    var word = word();
    var found = word.isEmpty() ? text.substring(at, text.offsetByCodePoints(at, 1)) : word;
    return new ExpressionInvalid(
        "'%s' is not expected here, but %s is".formatted(found, wanted), at);
  }

  static ExpressionInvalid wrong(String message, int position) {
    return new ExpressionInvalid(message, position);
  }

  private static boolean inWord(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }
}
