package io.ganglion.move;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table has of the tenant, in any order of rows.
 *
 * @param rows how many
 * @param checksum SHA-256 over the sorted SHA-256 of the rows as texts, in hex
 */
record Sum(long rows, String checksum) {
  private static final String SUM =
      """
      SELECT count(*), encode(sha256(coalesce(string_agg(h, ''::bytea ORDER BY h), ''::bytea)), 'hex')
      FROM (SELECT sha256(convert_to(%s::text, 'UTF8')) AS h FROM %s t WHERE t.%s = ?) AS hashed
      """;

  static Map<String, Sum> of(Session cell, List<MovedTable> tables) {
    var sums = new LinkedHashMap<String, Sum>();
    tables.forEach(table -> sums.put(table.name(), of(cell, table)));
    return sums;
  }

  private static Sum of(Session cell, MovedTable table) {
    var row = table.handedOver() ? "ROW(t.tenant_id, t.generation, t.created_at)" : "t";
    return cell.one(
        SUM.formatted(row, table.name(), table.key()),
        found -> new Sum(found.getLong(1), found.getString(2)),
        cell.id());
  }
}
