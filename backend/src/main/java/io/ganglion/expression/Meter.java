package io.ganglion.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What one evaluation has used up so far; stops it at a limit. Used by one thread. */
final class Meter {
  /** The meter of the evaluation that this thread is in. */
  private static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

  /** A container's own share, e.g. its braces; also a number's. */
  private static final int SMALL = 8;

  /** All that is made on the way may together be this many times as much as one value may. */
  private static final int TOGETHER = 32;

  /** Parts of a program that are under way inside each other, for each level of a value's depth. */
  private static final int LEVELS = 4;

  /** Steps of one path. */
  static final int MAX_PATH = 100;

  /**
   * Between two looks at the clock at most this part of the time is counted: a machine that stands
   * still for a moment must not make a replay fail where the first run went on.
   */
  private static final int LOOKS = 5;

  private record Size(long chars, int depth) {
    private static final Size PLAIN = new Size(SMALL, 1);
  }

  private final ExpressionLimits limits;
  private final LongSupplier clock;

  /** Containers are never changed once made, so each is measured once; shared ones count again. */
  private final Map<JsonNode, Size> sizes = new IdentityHashMap<>();

  private long looked;
  private long spent;
  private int steps;
  private int level;
  private long made;
  private boolean infinite;

  Meter(ExpressionLimits limits) {
    this(limits, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds, as {@link System#nanoTime}
   */
  Meter(ExpressionLimits limits, LongSupplier clock) {
    this.limits = limits;
    this.clock = clock;
    this.looked = clock.getAsLong();
  }

  static Meter current() {
    return CURRENT.get();
  }

  <T> T with(ScopedValue.CallableOp<T, RuntimeException> evaluation) {
    return ScopedValue.where(CURRENT, this).call(evaluation);
  }

  /** One more evaluated part, or one more value of a generator. */
  void step() {
    if (++steps > limits.steps()) {
      throw passed("more than %d steps".formatted(limits.steps()));
    }
    checkTime();
  }

  void checkTime() {
    long now = clock.getAsLong();
    spent += Math.min(now - looked, limits.time().toNanos() / LOOKS);
    looked = now;
    if (remaining() <= 0) {
      throw passed("more than %d ms".formatted(limits.time().toMillis()));
    }
  }

  /** Nanoseconds until the evaluation must have ended. */
  long remaining() {
    return limits.time().toNanos() - spent;
  }

  void enter() {
    if (++level > limits.depth() * LEVELS) {
      throw passed("parts nested deeper than %d".formatted(limits.depth() * LEVELS));
    }
  }

  void leave() {
    level--;
  }

  /** Measures a value that did not exist before. */
  void made(JsonNode value) {
    var size = measure(value);
    if (size.depth() > limits.depth()) {
      throw passed("a value nested deeper than %d".formatted(limits.depth()));
    }
    fits(size.chars());
    // What a container holds was counted when it was made; now only its own slots.
    together(value.isTextual() ? size.chars() : value.size());
    infinite |= value.isDouble() && !Double.isFinite(value.doubleValue());
  }

  /** To be asked before making a text or list of this length. */
  void fits(long chars) {
    if (chars > limits.chars()) {
      throw passed("a value of more than %d characters".formatted(limits.chars()));
    }
  }

  private void together(long chars) {
    made += chars;
    if (made > (long) limits.chars() * TOGETHER) {
      throw passed(
          "values of more than %d characters together".formatted((long) limits.chars() * TOGETHER));
    }
  }

  /** Whether a number was made that JSON doesn't have. */
  boolean infinite() {
    return infinite;
  }

  private Size measure(JsonNode value) {
    if (value.isTextual()) {
      return new Size(value.textValue().length() + 2L, 1);
    }
    if (!value.isContainerNode()) {
      return Size.PLAIN;
    }
    var known = sizes.get(value);
    if (known != null) {
      return known;
    }
    long chars = SMALL;
    int depth = 0;
    for (var element : value) {
      var size = measure(element);
      chars += size.chars() + 1;
      depth = Math.max(depth, size.depth());
    }
    for (var names = value.fieldNames(); names.hasNext(); ) {
      chars += names.next().length() + 3;
    }
    var size = new Size(chars, depth + 1);
    sizes.put(value, size);
    return size;
  }

  ExpressionFailed passed(String what) {
    return new ExpressionFailed("the expression was stopped: " + what, true);
  }
}
