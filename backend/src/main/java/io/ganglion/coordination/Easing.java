package io.ganglion.coordination;

import java.time.Duration;

/**
 * The way back from a platform's pause, in SQL: one act first, then as many at once as were
 * answered well, and one more for each of those that is, which doubles them with each round. A
 * further pause begins it anew. The row of what rests counts, so that it is one count for all
 * workers; its lock is taken while {@code wide} is set and never else.
 *
 * @param table whose rows may rest
 * @param key its key's columns
 * @param until its column with the pause's end
 */
record Easing(String table, String key, String until) {
  /** With so many at once it is over: as many as like to may go. */
  static final int OVER = 1024;

  /** Who let none of its acts be answered for so long has lost them: one goes in their place. */
  static final Duration LOST = Duration.ofSeconds(30);

  /** Who has to wait looks again after this at first; those behind it later. */
  static final Duration ROUND = Duration.ofMillis(250);

  /** The longest that anybody waits before it looks again. */
  static final Duration SELDOM = Duration.ofSeconds(10);

  private static final String ASKED =
      """
      rest AS MATERIALIZED (
        SELECT %1$s, p.%2$s AS until, p.under_way > 0 AND p.heard_at < now() - %3$s AS lost,
               CASE WHEN p.%2$s > now() THEN 0
                    WHEN p.under_way > 0 AND p.heard_at < now() - %3$s THEN 1
                    ELSE greatest(p.wide - p.under_way, 0) END AS room
        FROM %4$s p WHERE (%1$s) IN (SELECT %1$s FROM want) AND p.wide IS NOT NULL
        ORDER BY %1$s FOR NO KEY UPDATE),
      asked AS MATERIALIZED (
        SELECT i, %1$s, until, lost, row_number() OVER (PARTITION BY %1$s ORDER BY i) AS nth, room
        FROM want JOIN rest USING (%1$s)),
      let AS (
        UPDATE %4$s p SET heard_at = now(), wide = CASE WHEN l.lost THEN 1 ELSE p.wide END,
          under_way = l.n + CASE WHEN l.lost THEN 0 ELSE p.under_way END
        FROM (SELECT %1$s, lost, count(*) AS n FROM asked WHERE nth <= room GROUP BY %1$s, lost) AS l
        WHERE (%5$s) = (%6$s))
      """;

  /**
   * One place behind the other, those far behind come back later; and the longer it takes, the less
   * often.
   */
  private static final String AGAIN =
      """
      CASE WHEN until > now() THEN until + floor(log(2, nth)) * %1$s
           ELSE now() + least(%2$s, greatest((floor(log(2, nth - room)) + 1) * %1$s, (now() - until) / 2)) END
      """;

  private static final String ANSWER =
      """
      UPDATE %1$s p SET heard_at = now(), under_way = greatest(p.under_way - a.n, 0),
        wide = CASE WHEN p.wide + a.well < %2$d THEN p.wide + a.well END
      FROM (SELECT %3$s, until, count(*)::int AS n, count(*) FILTER (WHERE well)::int AS well
            FROM unnest(%4$s) AS w (%3$s, until, well) GROUP BY %3$s, until) AS a
      WHERE (%5$s) = (%6$s) AND p.%7$s = a.until AND p.wide IS NOT NULL
      """;

  private static final String REST =
      """
      INSERT INTO %1$s AS p (%2$s, %3$s, wide)
      SELECT %2$s, max(until), 1 FROM unnest(%4$s) AS w (%2$s, until) GROUP BY %2$s ORDER BY %2$s
      ON CONFLICT (%2$s) DO UPDATE SET %3$s = greatest(p.%3$s, excluded.%3$s), wide = 1, under_way = 0, heard_at = NULL
      """;

  /**
   * Tables {@code rest}, {@code asked} and {@code let} of a WITH in which {@code want} has the key
   * and {@code i}: who asks has a row in {@code asked} where a pause was recent, and is refused
   * where its {@code nth} is above {@code room}.
   */
  String asked() {
    return ASKED.formatted(key, until, interval(LOST), table, of("p"), of("l"));
  }

  /** When a row of {@code asked} that is refused is to ask again. */
  static String again() {
    return AGAIN.formatted(interval(ROUND), interval(SELDOM));
  }

  /**
   * Frees places, and widens.
   *
   * @param arrays of the key, of pauses' ends and of whether it was answered well
   */
  String answered(String arrays) {
    return ANSWER.formatted(table, OVER, key, arrays, of("p"), of("a"), until);
  }

  /**
   * Begins a pause, or makes it longer.
   *
   * @param arrays of the key and of pauses' ends
   */
  String rests(String arrays) {
    return REST.formatted(table, key, until, arrays);
  }

  private String of(String alias) {
    return alias + "." + key.replace(", ", ", " + alias + ".");
  }

  private static String interval(Duration length) {
    return "interval '%d ms'".formatted(length.toMillis());
  }
}
