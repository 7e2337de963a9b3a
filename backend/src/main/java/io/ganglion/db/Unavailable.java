package io.ganglion.db;

import io.ganglion.kernel.Problem;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The database could not be reached, or the connection to it broke in the middle. */
public final class Unavailable extends Problem {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = Logger.getLogger(Unavailable.class);

  /** SQLSTATEs of a server that goes down, has gone down, is not up yet, or gave us up for idle. */
  private static final Set<String> DOWN = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

  private static final String CONNECTION = "08";
  private static final int DEEPEST = 20;

  private Unavailable() {
    super(
        503,
        "unavailable",
        "The database can't be reached",
        "It is not known whether anything was done. Send it again in a second, with the same Idempotency-Key.");
  }

  /** What a failure comes to if a lost connection is behind it, however deep. */
  static Optional<Unavailable> behind(Throwable failure) {
    if (!lost(failure, 0)) {
      return Optional.empty();
    }
    LOG.warnf("the database can't be reached: %s", failure.getMessage());
    return Optional.of(new Unavailable());
  }

  private static boolean lost(Throwable failure, int depth) {
    if (failure instanceof SQLException sql && lost(sql)) {
      return true;
    }
    var inside =
        Stream.concat(
            Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()));
    return depth < DEEPEST && inside.anyMatch(one -> lost(one, depth + 1));
  }

  /** The pool's own failures have no SQLSTATE: it could not open a connection. */
  private static boolean lost(SQLException failure) {
    var state = failure.getSQLState();
    return state == null || state.startsWith(CONNECTION) || DOWN.contains(state);
  }
}
