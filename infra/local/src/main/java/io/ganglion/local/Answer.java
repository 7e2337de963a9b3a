package io.ganglion.local;

import java.sql.Connection;
import java.sql.SQLException;

/** What a server answers to a question of one row. */
final class Answer {
  private Answer() {}

  /** The first column, as text. */
  static String text(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
