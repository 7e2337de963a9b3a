package io.ganglion.schema;

import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.time.Duration;
import java.util.Locale;

/**
 * One check of a value, which is told of every keyword it comes to and ends it when there are too
 * many: a schema whose parts refer to each other can multiply them without end.
 */
final class Bounds extends ExecutionContext {
  static final int MAX_KEYWORDS = 1_000_000;
  static final Duration TIME = Duration.ofSeconds(1);

  private final long deadline = System.nanoTime() + TIME.toNanos();
  private int keywords;

  Bounds() {
    super(ExecutionConfig.builder().locale(Locale.ROOT).formatAssertionsEnabled(true).build());
  }

  @Override
  public void evaluationPathAddLast(String token) {
    count();
    super.evaluationPathAddLast(token);
  }

  @Override
  public void evaluationPathAddLast(int token) {
    count();
    super.evaluationPathAddLast(token);
  }

  private void count() {
    boolean late = (++keywords & 255) == 0 && System.nanoTime() - deadline > 0;
    if (late || keywords > MAX_KEYWORDS) {
      throw new SchemaInvalid(
          "checking a value by this schema takes more than %d keywords or %d s; make it simpler"
              .formatted(MAX_KEYWORDS, TIME.toSeconds()));
    }
  }
}
