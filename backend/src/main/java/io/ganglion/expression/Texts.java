package io.ganglion.expression;

import java.util.ArrayList;
import net.thisptr.jackson.jq.Expression;
import org.jspecify.annotations.Nullable;

/** String literals, with the expressions inside of them, and formats such as {@code @json}. */
final class Texts {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";
  private final Parser parser;
  private final Cursor cursor;

  Texts(Parser parser, Cursor cursor) {
    this.parser = parser;
    this.cursor = cursor;
  }

  /** {@code @name}, or {@code @name "…"}. */
  Expression format() {
    int start = cursor.position();
    cursor.expect("@");
    var name = '@' + cursor.name();
    if (!Library.FORMATS.contains(name)) {
      throw Cursor.wrong("there is no format '%s'".formatted(name), start);
    }
    return cursor.sees("\"") ? read(name) : Nodes.format(name);
  }

  Expression read() {
    return read(null);
  }

  private Expression read(@Nullable String format) {
    int start = cursor.position();
    cursor.expect("\"");
    var text = new StringBuilder();
    var pieces = new ArrayList<Interpolation.Piece>();
    while (true) {
      int c = cursor.next();
      if (c < 0) {
        throw Cursor.wrong("the text that starts here doesn't end", start);
      } else if (c == '"') {
        return pieces.isEmpty()
            ? Nodes.text(text.toString())
            : Nodes.interpolation(pieces, text.toString(), format);
      } else if (c != '\\') {
        text.append((char) c);
      } else if (cursor.peek() == '(') {
        cursor.expect("(");
        pieces.add(new Interpolation.Piece(text.toString(), parser.pipe(true)));
        cursor.expect(")");
        text.setLength(0);
      } else {
        text.append(escaped());
      }
    }
  }

  private char escaped() {
    int at = cursor.position() - 1;
    int c = cursor.next();
    int plain = ESCAPES.indexOf(c);
    if (plain >= 0) {
      return ESCAPED.charAt(plain);
    }
    if (c != 'u') {
      throw Cursor.wrong("there is no such escape", at);
    }
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(cursor.next(), 16);
      if (digit < 0) {
        throw Cursor.wrong("an escape \\u has four hexadecimal digits", at);
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }
}
