package io.ganglion.meter;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Line;
import io.ganglion.ledger.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The tenants' hold ledgers. */
@ApplicationScoped
public class Ledgers {
  private static final int AT_ONCE = 1_000;

  /** No tenant's ledger goes on after it. */
  private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

  private final TenantTx tx;
  private final Clock clock = Clock.systemUTC();

  Ledgers(TenantTx tx) {
    this.tx = tx;
  }

  /** Takes lines one by one. */
  @FunctionalInterface
  public interface Lines {
    void take(String line) throws IOException;
  }

  /**
   * Where a chain ends.
   *
   * @param seq the last line's number; 0 where there is none
   * @param hash the last line's; {@link Line#GENESIS} where there is none
   */
  public record Root(long seq, String hash) {}

  /** How a chain ended on a UTC day on which it grew. */
  public record Day(LocalDate day, Root root) {}

  /**
   * Appends what is no hold: a change of capacity or of the plan, or a credit. Call it last in the
   * transaction that makes the change: others who append for the tenant wait for its end, and it
   * waits while an hour of the tenant is sealed.
   *
   * @param connection of the tenant's transaction
   */
  public void append(Connection connection, TenantId tenant, Row row) throws SQLException {
    append(connection, tenant, row, clock.instant());
  }

  /**
   * As {@link #append(Connection, TenantId, Row)}, at a time of the caller's.
   *
   * @param now when it is appended, which says the day it is of; when the row counts from is the
   *     row's
   */
  public void append(Connection connection, TenantId tenant, Row row, Instant now)
      throws SQLException {
    if (row instanceof Row.Hold) {
      throw new IllegalArgumentException("holds are sealed by the hour");
    }
    var end = ChainEnd.lock(connection, tenant, now);
    end.add(row);
    end.store();
  }

  /**
   * What a month's statement is made of: the month's rows of holds, and all others before its end.
   * All of it is in memory, about 500 bytes a row.
   */
  public List<Row> rows(TenantId tenant, YearMonth month) {
    return tx.call(tenant, connection -> LedgerStore.rows(connection, tenant, month));
  }

  /**
   * The lines of a chain, as they are exported; a few at a time are in memory, and no transaction
   * stays open.
   *
   * @param after the number of the last line that is not wanted
   */
  public void each(TenantId tenant, long after, Lines lines) throws IOException {
    long last = after;
    List<LedgerStore.Numbered> some;
    do {
      long from = last;
      some = tx.call(tenant, connection -> LedgerStore.after(connection, tenant, from, AT_ONCE));
      for (var line : some) {
        lines.take(line.text());
        last = line.seq();
      }
    } while (some.size() == AT_ONCE);
  }

  /** Where the chain ends now. */
  public Root root(TenantId tenant) {
    return tx.call(tenant, connection -> LedgerStore.root(connection, tenant))
        .orElseGet(() -> new Root(0, Line.GENESIS));
  }

  /**
   * The roots of days that are over, newest first; the cursor is the last day. A day counts as over
   * when something was appended after it.
   */
  public Page<Day> days(TenantId tenant, int limit, Optional<LocalDate> before) {
    var found =
        tx.call(
            tenant,
            connection -> LedgerStore.days(connection, tenant, before.orElse(LAST), limit + 1));
    return Page.of(found, limit, day -> day.day().toString());
  }
}
