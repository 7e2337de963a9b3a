package io.ganglion.billing;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Page;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads invoices, and what the next one comes to so far. */
@ApplicationScoped
public class Invoices {
  private final TenantTx tx;
  private final Subscriptions subscriptions;
  private final Books books;
  private final Drafts drafts;
  private final BillingClock clock;

  Invoices(
      TenantTx tx, Subscriptions subscriptions, Books books, Drafts drafts, BillingClock clock) {
    this.tx = tx;
    this.subscriptions = subscriptions;
    this.books = books;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * What this month comes to if all stays as it is: fees to its end, burst to this instant.
   *
   * @param drawnMinor of the balance, not above zero
   * @param dueMinor what would be to pay
   */
  public record Upcoming(YearMonth month, Document document, long drawnMinor, long dueMinor) {}

  /**
   * What a change would come to.
   *
   * @param after what would be agreed
   * @param upcoming this month's invoice then
   */
  public record Preview(Subscription after, Upcoming upcoming) {}

  /** Newest first. */
  public Page<Invoice> list(TenantId tenant, int limit, Optional<InvoiceId> before) {
    var found =
        tx.call(tenant, connection -> InvoiceStore.list(connection, tenant, limit + 1, before));
    return Page.of(found, limit, invoice -> invoice.id().toString());
  }

  /**
   * @throws NotFound if there is none
   */
  public Invoice get(TenantId tenant, InvoiceId id) {
    return tx.call(tenant, connection -> InvoiceStore.find(connection, tenant, id))
        .orElseThrow(() -> new NotFound("invoice"));
  }

  /** The one that closed a month; empty: it is not closed, or nothing was to be paid. */
  public Optional<Invoice> of(TenantId tenant, YearMonth month) {
    return tx.call(tenant, connection -> InvoiceStore.of(connection, tenant, month));
  }

  public Upcoming upcoming(TenantId tenant) {
    var now = clock.now();
    return tx.call(
        tenant,
        connection -> {
          var subscription = subscriptions.find(connection, tenant);
          return draft(connection, tenant, subscription, List.of(), now);
        });
  }

  /**
   * What a change would come to, were it agreed now. Nothing changes.
   *
   * @throws BillingProblem if it can't be had
   */
  public Preview preview(TenantId tenant, SubscriptionChange change) {
    return tx.call(
        tenant,
        connection -> {
          var subscription = subscriptions.find(connection, tenant);
          var at = subscriptions.later(subscription);
          var after = subscriptions.after(tenant, subscription, change, at);
          var rows = Enactment.rows(subscription, after, at);
          return new Preview(after, draft(connection, tenant, after, rows, at));
        });
  }

  /**
   * @param more rows, as if they were in the ledger
   */
  private Upcoming draft(
      Connection connection,
      TenantId tenant,
      Subscription subscription,
      List<Row> more,
      Instant now)
      throws SQLException {
    var month = BillingClock.month(now);
    var rows = new ArrayList<>(books.soFar(connection, tenant, month, now));
    rows.addAll(more);
    var document = drafts.of(connection, tenant, subscription, rows, month);
    long balance = subscription.balanceMinor();
    long due = Math.max(0, document.totalMinor() + balance);
    long left = Math.min(0, document.totalMinor() + balance);
    return new Upcoming(month, document, Math.min(0, balance - left), due);
  }
}
