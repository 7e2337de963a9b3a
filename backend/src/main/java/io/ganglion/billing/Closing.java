package io.ganglion.billing;

import io.ganglion.background.Errand;
import io.ganglion.background.Errands;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;

/** Closes months: an invoice for each in which something is to be paid. */
@ApplicationScoped
public class Closing implements Errand {
  static final String NAME = "invoice-close";

  private final TenantTx tx;
  private final Books books;
  private final Drafts drafts;
  private final Issuing issuing;
  private final Errands errands;
  private final BillingClock clock;
  private final BillingConfig config;

  Closing(
      TenantTx tx,
      Books books,
      Drafts drafts,
      Issuing issuing,
      Errands errands,
      BillingClock clock,
      BillingConfig config) {
    this.tx = tx;
    this.books = books;
    this.drafts = drafts;
    this.issuing = issuing;
    this.errands = errands;
    this.clock = clock;
    this.config = config;
  }

  /** Asks for a month to be closed once it is over, in the transaction under way. */
  static void ask(Errands errands, BillingConfig config, TenantId tenant, YearMonth month) {
    var due = BillingClock.end(month).plus(config.closeAfter());
    errands.ask(NAME, "%s/%s".formatted(tenant, month), due);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 2);
    close(TenantId.fromString(parts[0]), YearMonth.parse(parts[1]));
  }

  /**
   * Issues the invoice of a month, once: whoever asks again, or at the same time, gets the same
   * one. The month after it is closed in its turn.
   *
   * @return empty where nothing is to be paid and nothing comes back
   * @throws BillingProblem if the month's last hour is not sealed; it can be asked for again
   */
  public Optional<Invoice> close(TenantId tenant, YearMonth month) {
    return tx.call(tenant, connection -> close(connection, tenant, month));
  }

  private Optional<Invoice> close(Connection connection, TenantId tenant, YearMonth month)
      throws SQLException {
    var subscription = SubscriptionStore.locked(connection, tenant);
    if (subscription.isEmpty()) {
      return Optional.empty(); // it never chose, or it is erased
    }
    ask(errands, config, tenant, month.plusMonths(1));
    var made = InvoiceStore.of(connection, tenant, month);
    if (made.isPresent()) {
      return made;
    }
    var now = clock.now();
    if (now.isBefore(BillingClock.end(month))
        || !books.sealed(connection, tenant, BillingClock.end(month))) {
      throw BillingProblem.notSealed(month.toString());
    }
    var rows = books.of(tenant, month);
    var document = drafts.of(connection, tenant, subscription.get(), rows, month);
    if (document.lines().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        issuing.invoice(connection, tenant, subscription.get(), month, document, now));
  }
}
