package io.ganglion.billing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.audit.Audit;
import io.ganglion.audit.Change;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Statement;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What tenants agree to, and what they may hold. */
@ApplicationScoped
public class Subscriptions {
  private final TenantTx tx;
  private final Prices prices;
  private final Books books;
  private final Enactment enactment;
  private final Audit audit;
  private final Tenants tenants;
  private final BillingClock clock;

  Subscriptions(
      TenantTx tx,
      Prices prices,
      Books books,
      Enactment enactment,
      Audit audit,
      Tenants tenants,
      BillingClock clock) {
    this.tx = tx;
    this.prices = prices;
    this.books = books;
    this.enactment = enactment;
    this.audit = audit;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** What could be chosen now. */
  public PriceList prices() {
    return prices.at(clock.now());
  }

  public Subscription get(TenantId tenant) {
    return tx.call(tenant, connection -> find(connection, tenant));
  }

  /** What is held now and may be. */
  public Allotment capacity(TenantId tenant) {
    int free = freeK();
    return tx.call(tenant, connection -> CapacityStore.now(connection, tenant, free));
  }

  /**
   * Changes the subscription at once: terms and allowance are in the ledger, and admission goes by
   * them, when this returns.
   *
   * @param expected the version the caller has seen; empty to change whatever is there
   * @throws BillingProblem if it can't be had
   */
  public Subscription change(TenantId tenant, SubscriptionChange change, OptionalLong expected) {
    return agree(tenant, expected, (now, at) -> after(tenant, now, change, at));
  }

  /**
   * What a change comes to, were it agreed at an instant; called inside a tenant's transaction.
   *
   * @throws BillingProblem if it can't be had
   */
  Subscription after(TenantId tenant, Subscription now, SubscriptionChange change, Instant at) {
    return Agreement.after(now, change, prices.at(at), trialEnds(tenant, now, at), at);
  }

  private @Nullable Instant trialEnds(TenantId tenant, Subscription now, Instant at) {
    var ends = now.terms().trialEnds();
    return ends == null && now.trialUsed() ? books.trialEnds(tenant, at).orElse(null) : ends;
  }

  /** Sets what operator and tenant agreed by hand. */
  public Subscription byHand(TenantId tenant, Enterprise agreed) {
    if (tenants.find(tenant).isEmpty()) {
      throw new NotFound("tenant");
    }
    return agree(
        tenant,
        OptionalLong.empty(),
        (now, at) -> Agreement.byHand(now, agreed, prices.at(at).currency(), at));
  }

  /** Lets a tenant hold that much at one instant, by the operator; its terms stay. */
  public Subscription allow(TenantId tenant, int k) {
    return agree(tenant, OptionalLong.empty(), (now, at) -> Agreement.allowing(now, k, at));
  }

  /** K of a tenant that never chose. */
  public int freeK() {
    var now = clock.now();
    return Subscription.free(prices.at(now), now).allowance().k();
  }

  private Subscription agree(
      TenantId tenant,
      OptionalLong expected,
      BiFunction<Subscription, Instant, Subscription> next) {
    return tx.call(
        tenant,
        connection -> {
          SubscriptionStore.insert(connection, tenant, free(tenant));
          var now = SubscriptionStore.locked(connection, tenant).orElseThrow();
          Changed.check(expected, now.version());
          var at = later(now);
          var after = next.apply(now, at);
          if (after.agreesWith(now) && after.customer().equals(now.customer())) {
            return now;
          }
          checkCap(connection, tenant, now, after, at);
          SubscriptionStore.update(connection, tenant, after);
          if (!after.agreesWith(now)) {
            enactment.enact(connection, tenant, now, after, at);
          }
          audit.note(
              connection,
              tenant,
              Change.of("subscription.changed", tenant, facts(now), facts(after)));
          return find(connection, tenant);
        });
  }

  /** What burst has cost this month stays to be paid: no cap is agreed below it. */
  private void checkCap(
      Connection connection, TenantId tenant, Subscription now, Subscription after, Instant at)
      throws SQLException {
    var cap = after.allowance().burstCapMinor();
    var had = now.allowance().burstCapMinor();
    if (cap == null || (had != null && cap >= had)) {
      return;
    }
    var month = BillingClock.month(at);
    var statement = Statement.of(books.soFar(connection, tenant, month, at), month);
    if (cap < statement.burstMinor()) {
      throw BillingProblem.capUsed(MoneyText.of(statement.burstMinor(), statement.currency()));
    }
  }

  /** The tenant's, or the free one of who never chose. */
  Subscription find(Connection connection, TenantId tenant) throws SQLException {
    return SubscriptionStore.find(connection, tenant).orElseGet(() -> free(tenant));
  }

  /** By the prices of today, and agreed when the tenant was made. */
  private Subscription free(TenantId tenant) {
    var made =
        tenants.find(tenant).map(Tenant::createdAt).orElseThrow(() -> new NotFound("tenant"));
    return Subscription.free(prices(), made);
  }

  /** Clocks of two processes may differ: what is agreed later is later. */
  Instant later(Subscription now) {
    var at = clock.now();
    if (now.version() == 0) {
      return at; // nothing was agreed yet
    }
    return at.isAfter(now.agreedAt()) ? at : now.agreedAt().plusMillis(1);
  }

  static ObjectNode facts(Subscription of) {
    return Json.object()
        .put("plan", of.terms().plan())
        .put("prices", of.terms().prices())
        .put("interval", of.terms().interval().name().toLowerCase(Locale.ROOT))
        .put("fee_minor", of.terms().feeMinor())
        .put("currency", of.terms().currency())
        .put("k", of.allowance().k())
        .put("burst", of.allowance().burst())
        .put("burst_cap_minor", of.allowance().burstCapMinor());
  }
}
