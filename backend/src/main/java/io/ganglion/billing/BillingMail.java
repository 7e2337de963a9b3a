package io.ganglion.billing;

import io.ganglion.background.Errand;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvoiceId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Postbox;
import io.ganglion.member.Members;
import io.ganglion.notification.Notifications;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sends one notice to one person. */
@ApplicationScoped
class BillingMail implements Errand {
  static final String NAME = "billing-mail";

  /** In place of a person: the address that the tenant gave for its invoices. */
  static final String CUSTOMER = "customer";

  private final TenantTx tx;
  private final Tenants tenants;
  private final Members members;
  private final Notifications notifications;
  private final Postbox postbox;

  BillingMail(
      TenantTx tx, Tenants tenants, Members members, Notifications notifications, Postbox postbox) {
    this.tx = tx;
    this.tenants = tenants;
    this.members = members;
    this.notifications = notifications;
    this.postbox = postbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 4);
    var tenant = TenantId.fromString(parts[0]);
    var found = tenants.find(tenant);
    var notice = Notice.of(parts[1]);
    var to = found.flatMap(known -> address(tenant, notice, parts[3]));
    if (found.isEmpty() || to.isEmpty()) {
      return; // gone meanwhile, or not wanted
    }
    var letter = new Letter(to.get(), found.get().name());
    postbox.send(
        switch (notice) {
          case ISSUED -> letter.issued(invoice(tenant, parts[2]), link(parts[2]));
          case OVERDUE -> letter.overdue(invoice(tenant, parts[2]), link(parts[2]));
          case SUSPENDED -> letter.suspended(invoice(tenant, parts[2]), link(parts[2]));
          case RESUMED -> letter.resumed(invoice(tenant, parts[2]), link(parts[2]));
          case BURST_50 -> letter.burst(50, parts[2], postbox.link("/billing"));
          case BURST_80 -> letter.burst(80, parts[2], postbox.link("/billing"));
          case BURST_100 -> letter.burst(100, parts[2], postbox.link("/billing"));
        });
  }

  private Optional<String> address(TenantId tenant, Notice notice, String who) {
    if (who.equals(CUSTOMER)) {
      return customer(tenant);
    }
    try {
      var person = PersonId.fromString(who);
      boolean wanted =
          notice.kind().map(kind -> notifications.mails(tenant, person, kind)).orElse(true);
      return members
          .get(tenant, person)
          .email()
          .filter(email -> wanted || customer(tenant).filter(email::equals).isPresent());
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  /** It is written to whatever its owner chose as a person. */
  private Optional<String> customer(TenantId tenant) {
    return tx.call(tenant, connection -> SubscriptionStore.find(connection, tenant))
        .map(found -> found.customer().email());
  }

  private Invoice invoice(TenantId tenant, String id) {
    var parsed = InvoiceId.fromString(id);
    return tx.call(tenant, connection -> InvoiceStore.find(connection, tenant, parsed))
        .orElseThrow();
  }

  private String link(String invoice) {
    return postbox.link("/billing/invoices/" + invoice);
  }
}
