package io.ganglion.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All statements of one transaction, sent in one message and answered in one: what a commit waits
 * for is the log's disk and not the way there.
 *
 * <p>Where no statement refuses anything nothing has to be decided in between: the statements then
 * are one implicit transaction, which the database commits at the message's end.
 */
record Script(List<Statement> statements) {
  private static final String FENCE = "SELECT ganglion_fence(?, ?)";

  /** What came of it. {@code time} is the transaction's. */
  record Answer(Instant time, List<Statement.Refused> refused) {}

  boolean decides() {
    return statements.stream().anyMatch(statement -> statement.refusals() != null);
  }

  /**
   * Runs it; the caller commits or rolls back if it {@link #decides}.
   *
   * @param tenants the transaction sees, separated by commas
   * @throws SQLException of state {@link Batch#FENCED} when the worker was fenced
   */
  Answer run(Connection connection, String tenants, long worker) throws SQLException {
    var sql =
        Stream.concat(Stream.of(FENCE), statements.stream().map(Statement::sql))
            .collect(Collectors.joining(";\n"));
    try (var message = connection.prepareStatement(sql)) {
      var parameters = new Parameters(connection, message).withText(tenants).withLong(worker);
      for (var statement : statements) {
        statement.binder().bind(parameters);
      }
      message.execute();
      return new Answer(time(message), refused(message));
    }
  }

  private static Instant time(PreparedStatement message) throws SQLException {
    try (var row = message.getResultSet()) {
      row.next();
      return row.getTimestamp(1).toInstant();
    }
  }

  private List<Statement.Refused> refused(PreparedStatement message) throws SQLException {
    var refused = new ArrayList<Statement.Refused>();
    for (var statement : statements) {
      message.getMoreResults();
      var reader = statement.refusals();
      if (reader != null) {
        try (var row = message.getResultSet()) {
          Statement.readInto(refused, reader, row);
        }
      }
    }
    return refused;
  }
}
