package io.ganglion.kernel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure, told to the caller as RFC 9457 problem details. The code is stable and
 * documented; the detail says what happened and what to do about it, and never holds a credential.
 *
 * <p>A feature has its own subclass with one factory a failure. A bug is not a problem: it stays
 * another exception.
 */
public abstract class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String title;
  private final transient List<Violation> errors;

  /**
   * One thing wrong with what the caller sent: where (a JSON pointer) and, for a document, its
   * 1-based line.
   */
  public record Violation(String pointer, String detail, @Nullable Integer line) {
    public Violation(String pointer, String detail) {
      this(pointer, detail, null);
    }
  }

  protected Problem(int status, String code, String title, String detail, List<Violation> errors) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  protected Problem(int status, String code, String title, String detail) {
    this(status, code, title, detail, List.of());
  }

  /** The HTTP status it maps to. */
  public int status() {
    return status;
  }

  /** Stable, snake_case, documented under docs/problems. */
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** How long to wait before the same is sent again, where that may help (429, 503). */
  public Duration retryAfter() {
    return Duration.ofSeconds(1);
  }

  public List<Violation> errors() {
    return errors;
  }
}
