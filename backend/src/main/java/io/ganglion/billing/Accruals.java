package io.ganglion.billing;

import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.OptionalLong;

/** What months have come to, for whoever collects the money. */
@ApplicationScoped
public class Accruals {
  private final Books books;

  Accruals(Books books) {
    this.books = books;
  }

  /**
   * By the end of an hour, in minor units before tax.
   *
   * @param connection of the tenant's transaction
   * @return empty while the hour is not sealed
   */
  public OptionalLong by(Connection connection, TenantId tenant, YearMonth month, Instant end)
      throws SQLException {
    if (!books.sealed(connection, tenant, end)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Accrual.minor(books.of(tenant, month), month, end));
  }

  /** What the ledger says of a month, in minor units before tax. */
  public long total(TenantId tenant, YearMonth month) {
    return Statement.of(books.of(tenant, month), month).totalMinor();
  }
}
