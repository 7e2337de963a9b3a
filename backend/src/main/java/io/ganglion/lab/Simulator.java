package io.ganglion.lab;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of one platform: its routes, its limits and its own shapes of errors. */
public interface Simulator {
  Platform platform();

  /** The credential the call carries, wherever this platform wants it. */
  Optional<Token> credential(Call call);

  /** Does what the call asks and journals what came of it, in the scene's transaction. */
  Reply play(Scene scene, Call call) throws SQLException;

  /** Answers what the platform tells anyone; empty if it must know who asks. */
  default Optional<Reply> open(Call call, Instant now) {
    return Optional.empty();
  }

  /** Whether the call shows what its route itself judges, e.g. a code; it need not be valid. */
  default boolean judges(Call call) {
    return false;
  }

  /** Whether calls of one account are served one at a time; models don't mind. */
  default boolean serial() {
    return true;
  }

  /** What faults match by {@code method}: HTTP's, unless the platform has its own. */
  default String method(Call call) {
    return call.method();
  }

  Reply unauthorized(Call call);

  /** The platform's "internal error" with the status 500. */
  Reply failed(Call call);

  /**
   * "Too many requests".
   *
   * @param wait until the platform wants to be called again; empty: it doesn't say
   */
  Reply limited(Call call, Optional<Duration> wait, Instant now);
}
