package io.ganglion.schema;

import com.networknt.schema.regex.RegularExpression;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that ends: one that backtracks for longer than {@link #TIME} is taken not to
 * match.
 */
public final class BoundedPattern implements RegularExpression {
  static final Duration TIME = Duration.ofMillis(50);
  private static final int MAX_LENGTH = 10_000;
  private final Pattern pattern;

  /**
   * A pattern that is looked for anywhere in a text.
   *
   * @throws SchemaInvalid if it is no regular expression, or a long one
   */
  BoundedPattern(String regex) {
    if (regex.length() > MAX_LENGTH) {
      throw new SchemaInvalid(
          "a pattern may have at most %d characters; shorten it".formatted(MAX_LENGTH));
    }
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new SchemaInvalid(
          "the pattern '%s' is not a regular expression: %s".formatted(regex, e.getDescription()));
    }
  }

  /**
   * A pattern that a text has to match from its beginning to its end.
   *
   * @throws SchemaInvalid if it is no regular expression, or a long one
   */
  public static BoundedPattern whole(String regex) {
    new BoundedPattern(regex); // as it is: parentheses of ours must not make a whole of its halves
    return new BoundedPattern("\\A(?:" + regex + ")\\z");
  }

  @Override
  public boolean matches(String value) {
    try {
      return pattern.matcher(new Timed(value, System.nanoTime() + TIME.toNanos())).find();
    } catch (Overdue | StackOverflowError e) { // the matcher recurses on groups
      return false;
    }
  }

  private static final class Overdue extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Overdue() {
      super("a pattern takes too long", null, false, false);
    }
  }

  /** Text whose every 1,024th reading looks at the clock. */
  private static final class Timed implements CharSequence {
    private final CharSequence text;
    private final long deadline;
    private int readings;

    private Timed(CharSequence text, long deadline) {
      this.text = text;
      this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
      if ((++readings & 1023) == 0 && System.nanoTime() - deadline > 0) {
        throw new Overdue();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Timed(text.subSequence(start, end), deadline);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
