package io.ganglion.expression;

import java.util.List;
import net.thisptr.jackson.jq.Expression;
import org.jspecify.annotations.Nullable;

/** Binary operators, by how tightly they bind. */
final class Operators {
  private enum Group {
    ALTERNATIVE(Side.RIGHT, "//"),
    ASSIGNMENT(Side.NONE, "=", "|=", "+=", "-=", "*=", "/=", "%=", "//="),
    OR(Side.LEFT, "or"),
    AND(Side.LEFT, "and"),
    COMPARISON(Side.NONE, "==", "!=", "<", "<=", ">", ">="),
    SUM(Side.LEFT, "+", "-"),
    PRODUCT(Side.LEFT, "*", "/", "%");

    private final Side side;
    private final List<String> images;

    Group(Side side, String... images) {
      this.side = side;
      this.images = List.of(images);
    }
  }

  /** The operand that takes a second operator of the same group; NONE refuses it. */
  private enum Side {
    LEFT,
    RIGHT,
    NONE
  }

  /** Longer ones first, for {@code //=} starts with {@code /}. */
  private static final List<String> SYMBOLS =
      List.of(
          "//=", "//", "|=", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=", "=", "<", ">",
          "+", "-", "*", "/", "%");

  private Operators() {}

  static Expression read(Parser parser, Cursor cursor) {
    return read(parser, cursor, 0);
  }

  private static Expression read(Parser parser, Cursor cursor, int loosest) {
    var left = parser.term();
    int tightest = Group.values().length; // of those that may still follow
    while (true) {
      var image = next(cursor);
      var group = image == null ? null : group(image);
      if (image == null || group == null || group.ordinal() < loosest) {
        return left;
      }
      if (group.ordinal() >= tightest) {
        throw Cursor.wrong(
            "'%s' can't follow another of its kind; use brackets".formatted(image),
            cursor.position());
      }
      cursor.expect(image);
      int inner = group.side == Side.RIGHT ? group.ordinal() : group.ordinal() + 1;
      var right = parser.nested(() -> read(parser, cursor, inner));
      left = Nodes.binary(image, left, right);
      tightest = group.side == Side.NONE ? group.ordinal() : Group.values().length;
    }
  }

  private static @Nullable String next(Cursor cursor) {
    for (var symbol : SYMBOLS) {
      if (cursor.sees(symbol)) {
        return symbol;
      }
    }
    var word = cursor.word();
    return word.equals("and") || word.equals("or") ? word : null;
  }

  private static @Nullable Group group(String image) {
    for (var group : Group.values()) {
      if (group.images.contains(image)) {
        return group;
      }
    }
    return null;
  }
}
