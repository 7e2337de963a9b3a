package io.ganglion.member;

import io.ganglion.background.Errand;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.InvitationId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Mail;
import io.ganglion.mail.Postbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sends the mail of an invitation, if it is open still. */
@ApplicationScoped
class InvitationMail implements Errand {
  static final String NAME = "invitation-mail";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final TenantTx tx;
  private final Postbox postbox;

  InvitationMail(TenantTx tx, Postbox postbox) {
    this.tx = tx;
    this.postbox = postbox;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(String subject) {
    var parts = subject.split("/", 3);
    var tenant = TenantId.fromString(parts[0]);
    var id = InvitationId.fromString(parts[1]);
    var found = tx.call(tenant, connection -> InvitationStore.find(connection, tenant, id));
    if (found.isEmpty() || found.get().stateAt(Instant.now()) != Invitation.State.PENDING) {
      return; // decided meanwhile
    }
    postbox.send(mail(found.get()));
    tx.run(tenant, connection -> InvitationStore.sent(connection, tenant, id));
  }

  private Mail mail(Invitation invitation) {
    return new Mail(
        invitation.email(),
        "Join %s on Ganglion".formatted(oneLine(invitation.tenantName())),
        """
        %s invites you to join %s on Ganglion as %s.

        Accept or decline here:
        %s

        Sign in with this address, or create an account with it. The invitation is open until %s (UTC).
        If you did not expect it, do nothing: nobody joins without signing in.
        """
            .formatted(
                oneLine(invitation.invitedBy()),
                oneLine(invitation.tenantName()),
                invitation.role().text(),
                postbox.link("/join/" + invitation.id()),
                DAY.format(invitation.expiresAt())));
  }

  /** Names are other people's text: none breaks out of its line. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
