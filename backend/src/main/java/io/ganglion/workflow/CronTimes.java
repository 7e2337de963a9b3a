package io.ganglion.workflow;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times of the calendar in UTC, as five fields of Unix cron say: minute, hour, day of the month,
 * month, day of the week.
 */
public final class CronTimes {
  /** Characters of an expression. */
  static final int MAX_LENGTH = 200;

  /** Missed times are counted up to this many. */
  static final int MAX_COUNTED = 10_000;

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final String expression;
  private final ExecutionTime times;

  private CronTimes(String expression, ExecutionTime times) {
    this.expression = expression;
    this.times = times;
  }

  /**
   * @throws IllegalArgumentException with what is wrong with the expression
   */
  static CronTimes parse(String expression) {
    if (expression.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("it has at most %d characters".formatted(MAX_LENGTH));
    }
    return new CronTimes(expression, ExecutionTime.forCron(PARSER.parse(expression).validate()));
  }

  /** The first time after one; empty when there is none, like 30 February. */
  public Optional<Instant> after(Instant time) {
    return times.nextExecution(time.atZone(ZoneOffset.UTC)).map(next -> next.toInstant());
  }

  /** How many times lie after one and up to another, at most {@value #MAX_COUNTED}. */
  long between(Instant after, Instant until) {
    long count = 0;
    var next = after(after);
    while (next.isPresent() && !next.get().isAfter(until) && count < MAX_COUNTED) {
      count++;
      next = after(next.get());
    }
    return count;
  }

  @Override
  public String toString() {
    return expression;
  }
}
