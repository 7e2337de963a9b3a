package io.ganglion.expression;

import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.internal.tree.literal.DoubleLiteral;
import net.thisptr.jackson.jq.internal.tree.literal.LongLiteral;

/** Number literals. */
final class Numbers {
  private static final int MAX_LENGTH = 400;
  private static final int LONG_DIGITS = 18;

  private Numbers() {}

  static Expression read(Cursor cursor) {
    int start = cursor.position();
    digits(cursor);
    boolean whole = true;
    if (cursor.peek() == '.') {
      whole = false;
      cursor.next();
      digits(cursor);
    }
    if (cursor.peek() == 'e' || cursor.peek() == 'E') {
      whole = false;
      cursor.next();
      if (cursor.peek() == '+' || cursor.peek() == '-') {
        cursor.next();
      }
      digits(cursor);
    }
    var written = cursor.from(start);
    if (whole && written.length() <= LONG_DIGITS) {
      return new LongLiteral(Long.parseLong(written));
    }
    try {
      double value = written.length() > MAX_LENGTH ? Double.NaN : Double.parseDouble(written);
      if (Double.isFinite(value)) {
        return new DoubleLiteral(value);
      }
    } catch (NumberFormatException e) {
      throw Cursor.wrong("'%s' is not a number".formatted(written), start);
    }
    throw Cursor.wrong("the number is too large", start);
  }

  private static void digits(Cursor cursor) {
    while (cursor.peek() >= '0' && cursor.peek() <= '9') {
      cursor.next();
    }
  }
}
