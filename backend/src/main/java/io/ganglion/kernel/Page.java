package io.ganglion.kernel;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, stable under inserts.
 *
 * @param next the cursor to pass for the page after this one; empty at the end
 */
public record Page<T>(List<T> data, Optional<String> next) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  public Page {
    data = List.copyOf(data);
  }

  /** What to read: at most {@code limit} items after {@code cursor}, which is opaque to callers. */
  public record Request(int limit, Optional<String> cursor) {
    public Request {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new InvalidRequest("/limit", "send a number from 1 to %d".formatted(MAX_LIMIT));
      }
    }
  }
}
