package io.ganglion.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /**
   * The page of what was found by asking for one more than {@code limit}.
   *
   * @param cursor where an item stands in the order
   */
  public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    var data = found.subList(0, limit);
    return new Page<>(data, Optional.of(cursor.apply(data.getLast())));
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
