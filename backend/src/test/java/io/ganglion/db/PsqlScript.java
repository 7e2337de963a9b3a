package io.ganglion.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A script for psql, whose paragraphs are statements: of psql's own commands it may have {@code
 * \set} and {@code \gexec} alone.
 *
 * @param paragraphs without those that are comments only
 */
record PsqlScript(List<String> paragraphs) {
  private static final String GEXEC = "\\gexec";

  static PsqlScript read(Path file) {
    try {
      return new PsqlScript(
          Files.readString(file)
              .lines()
              .filter(line -> !line.startsWith("--"))
              .reduce((all, line) -> all + "\n" + line)
              .stream()
              .flatMap(text -> List.of(text.split("\n\\s*\n")).stream())
              .map(String::strip)
              .filter(paragraph -> !paragraph.isEmpty() && !paragraph.startsWith("\\set "))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it as psql would; what {@code \gexec} was answered. */
  List<String> run(Connection connection) throws SQLException {
    var made = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      for (String paragraph : paragraphs) {
        if (paragraph.endsWith(GEXEC)) {
          made.addAll(executed(connection, paragraph.replace(GEXEC, "")));
        } else {
          statement.execute(paragraph);
        }
      }
    }
    return made;
  }

  private static List<String> executed(Connection connection, String query) throws SQLException {
    var answers = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          answers.add(rows.getString(i));
        }
      }
      for (String answer : answers) {
        statement.execute(answer);
      }
    }
    return answers;
  }
}
