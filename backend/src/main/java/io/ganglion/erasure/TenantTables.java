package io.ganglion.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables that have a tenant's rows, as the database knows them; of one in parts, the whole.
 *
 * @param names in an order in which a table comes before those it refers to
 * @param selfReferring those whose rows refer to rows of the same table
 */
public record TenantTables(List<String> names, Set<String> selfReferring) {
  private static final String NAMES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attname = 'tenant_id' AND NOT a.attisdropped
      ORDER BY c.relname
      """;
  private static final String REFERENCES =
      """
      SELECT f.relname, t.relname FROM pg_constraint k
      JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
      """;

  /** Rows of one table refer to rows of another. */
  record Reference(String from, String to) {}

  /** The tables as they are in this database; tables of the operator's own are among them. */
  public static TenantTables read(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    var references = new ArrayList<Reference>();
    try (var statement = connection.createStatement()) {
      try (var row = statement.executeQuery(NAMES)) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
      try (var row = statement.executeQuery(REFERENCES)) {
        while (row.next()) {
          references.add(new Reference(row.getString(1), row.getString(2)));
        }
      }
    }
    return ordered(names, references);
  }

  /**
   * @throws IllegalStateException if tables refer to each other in a circle
   */
  static TenantTables ordered(List<String> names, List<Reference> references) {
    var self = new HashSet<String>();
    references.stream().filter(one -> one.from.equals(one.to)).forEach(one -> self.add(one.from));
    var left = new ArrayList<>(names.stream().sorted(Comparator.naturalOrder()).toList());
    var order = new ArrayList<String>();
    while (!left.isEmpty()) {
      var free =
          left.stream()
              .filter(
                  name ->
                      references.stream()
                          .noneMatch(
                              one ->
                                  one.to.equals(name)
                                      && !one.from.equals(name)
                                      && left.contains(one.from)))
              .toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      order.addAll(free);
      left.removeAll(free);
    }
    return new TenantTables(List.copyOf(order), Set.copyOf(self));
  }
}
