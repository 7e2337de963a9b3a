package io.ganglion.billing;

import io.ganglion.background.Errands;
import io.ganglion.kernel.TenantId;
import io.ganglion.member.Member;
import io.ganglion.member.Members;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Asks for mails, one for each who is told, so that one that fails is no second one to the others.
 */
@ApplicationScoped
class Notices {
  private final Errands errands;
  private final Members members;

  Notices(Errands errands, Members members) {
    this.errands = errands;
    this.members = members;
  }

  /**
   * Tells owners, admins and the address for invoices, in the transaction under way.
   *
   * @param reference what it is about
   */
  void ask(Connection connection, TenantId tenant, Notice notice, String reference)
      throws SQLException {
    for (var person : members.inCharge(tenant)) {
      ask(tenant, notice, reference, person.id().toString());
    }
    var address = SubscriptionStore.find(connection, tenant).map(found -> found.customer().email());
    if (address.isPresent()
        && members.inCharge(tenant).stream().map(Member::email).noneMatch(address::equals)) {
      ask(tenant, notice, reference, BillingMail.CUSTOMER);
    }
  }

  private void ask(TenantId tenant, Notice notice, String reference, String who) {
    var subject = "%s/%s/%s/%s".formatted(tenant, notice.text(), reference, who);
    errands.ask(BillingMail.NAME, subject, Instant.now());
  }
}
