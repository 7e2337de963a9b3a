package io.ganglion.billing;

import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.ledger.Row;
import io.ganglion.ledger.Statement;
import io.ganglion.ledger.Usage;
import io.ganglion.tenant.Tenant;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes documents of statements. */
@ApplicationScoped
class Drafts {
  private final Tenants tenants;
  private final BillingConfig config;

  Drafts(Tenants tenants, BillingConfig config) {
    this.tenants = tenants;
    this.config = config;
  }

  /**
   * What a month comes to by these rows.
   *
   * @param connection of the tenant's transaction
   */
  Document of(
      Connection connection,
      TenantId tenant,
      Subscription subscription,
      List<Row> rows,
      YearMonth month)
      throws SQLException {
    var statement = Statement.of(rows, month);
    var lines = StatementLines.of(statement);
    var currency =
        statement.currency().isEmpty() ? subscription.terms().currency() : statement.currency();
    return document(
        tenant,
        subscription,
        currency,
        lines,
        usage(connection, tenant, statement, Usage.of(rows, month)),
        null);
  }

  /** A correction, for a reason. */
  Document correction(
      TenantId tenant, Subscription subscription, Invoice about, long netMinor, String reason) {
    var line =
        new Document.Line(
            "credit",
            "Correction of invoice %s".formatted(about.label()),
            BillingClock.start(about.month()),
            BillingClock.end(about.month()),
            1,
            "piece",
            netMinor);
    var currency = about.document().currency();
    return document(tenant, subscription, currency, List.of(line), Document.Usage.NONE, reason);
  }

  private Document document(
      TenantId tenant,
      Subscription subscription,
      String currency,
      List<Document.Line> lines,
      Document.Usage usage,
      @Nullable String reason) {
    long net = lines.stream().mapToLong(Document.Line::minor).sum();
    return new Document(
        issuer(),
        customer(tenant, subscription.customer()),
        currency,
        lines,
        net,
        Tax.on(net, config.tax().name(), config.tax().basisPoints()),
        usage,
        reason,
        config.issuer().payment().orElse(null));
  }

  private Document.Party issuer() {
    var own = config.issuer();
    return new Document.Party(
        own.name(), own.address().orElse("").replace("|", "\n"), own.taxId().orElse(null));
  }

  private Document.Party customer(TenantId tenant, Customer customer) {
    var name =
        Optional.ofNullable(customer.name())
            .or(() -> tenants.find(tenant).map(Tenant::name))
            .orElseThrow(() -> new NotFound("tenant"));
    var address = Objects.requireNonNullElse(customer.address(), "");
    return new Document.Party(name, address, customer.taxId());
  }

  private Document.Usage usage(
      Connection connection, TenantId tenant, Statement statement, Usage usage)
      throws SQLException {
    var agents =
        usage.hours().stream()
            .map(Usage.Hour::agent)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    var systems = usage.hours().stream().map(Usage.Hour::system).collect(Collectors.toSet());
    var names = Names.of(connection, tenant, agents, systems);
    return new Document.Usage(
        statement.recordedMs(),
        statement.billableMs(),
        statement.burstMs(),
        HeldRows.of(usage.hours(), names, config.usageRows()));
  }
}
