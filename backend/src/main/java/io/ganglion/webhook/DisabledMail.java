package io.ganglion.webhook;

import io.ganglion.background.Errand;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.EndpointId;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.PersonId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Mail;
import io.ganglion.mail.Postbox;
import io.ganglion.member.Members;
import io.ganglion.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells one person that an endpoint gets no messages any more. */
@ApplicationScoped
class DisabledMail implements Errand {
  static final String NAME = "webhook-disabled-mail";

  private final TenantTx tx;
  private final Tenants tenants;
  private final Members members;
  private final Postbox postbox;

  DisabledMail(TenantTx tx, Tenants tenants, Members members, Postbox postbox) {
    this.tx = tx;
    this.tenants = tenants;
    this.members = members;
    this.postbox = postbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 5);
    var tenant = TenantId.fromString(parts[0]);
    var id = EndpointId.fromString(parts[1]);
    var endpoint = tx.call(tenant, c -> EndpointStore.find(c, tenant, id));
    var named = tenants.find(tenant).map(found -> plain(found.name()));
    var to = address(tenant, PersonId.fromString(parts[3]));
    if (endpoint.isEmpty() || named.isEmpty() || to.isEmpty()) {
      return; // gone meanwhile
    }
    var url = plain(Endpoints.withoutQuery(endpoint.get().wanted().url()));
    postbox.send(new Mail(to.get(), subject(named.get()), text(named.get(), id, url, parts[2])));
  }

  private static String subject(String tenant) {
    return "A webhook of %s is disabled".formatted(tenant);
  }

  private static String text(String tenant, EndpointId id, String url, String reason) {
    var why =
        reason.equals("gone")
            ? "It answered 410, which says that it wants no messages any more."
            : "Nothing but failures came of it for days.";
    return """
    The webhook endpoint %s of %s gets no messages any more.
    %s

    Once it works, enable %s (PATCH it with {"enabled": true}) and replay what failed.
    """
        .formatted(url, tenant, why, id);
  }

  private Optional<String> address(TenantId tenant, PersonId person) {
    try {
      return members.get(tenant, person).email();
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  /** Other people's text. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
