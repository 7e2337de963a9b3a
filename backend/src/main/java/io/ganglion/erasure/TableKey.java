package io.ganglion.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table's primary key, by which its rows are read in pages.
 *
 * @param columns of the key, quoted, in its order
 * @param types of the columns, as SQL names them
 */
record TableKey(List<String> columns, List<String> types) {
  private static final String READ =
      """
      SELECT quote_ident(a.attname), format_type(a.atttypid, a.atttypmod)
      FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = ?::regclass AND i.indisprimary ORDER BY k.place
      """;

  /**
   * @throws IllegalStateException if the table has none
   */
  static TableKey of(Connection connection, String table) throws SQLException {
    var columns = new ArrayList<String>();
    var types = new ArrayList<String>();
    try (var ask = connection.prepareStatement(READ)) {
      ask.setString(1, table);
      try (var row = ask.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
          types.add(row.getString(2));
        }
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalStateException("the table %s has no primary key".formatted(table));
    }
    return new TableKey(List.copyOf(columns), List.copyOf(types));
  }

  /** The columns, as they stand in ORDER BY. */
  String list() {
    return String.join(", ", columns);
  }

  /** An array of texts that names a row. */
  String place() {
    return columns.stream()
        .map("%s::text"::formatted)
        .collect(Collectors.joining(", ", "ARRAY[", "]"));
  }

  /** True of the rows after the one that the parameters name, a text each. */
  String after() {
    return types.stream()
        .map("?::%s"::formatted)
        .collect(Collectors.joining(", ", "(" + list() + ") > (", ")"));
  }
}
