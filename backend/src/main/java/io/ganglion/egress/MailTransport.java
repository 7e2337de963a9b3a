package io.ganglion.egress;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The library's own, which notes when the server has asked for the message. */
final class MailTransport extends SMTPTransport {
  private volatile boolean sending;

  MailTransport(Session session, URLName server) {
    super(session, server);
  }

  /** Whether any byte of the message may have left. */
  boolean sending() {
    return sending;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    var out = super.data(); // a refusal here comes before the message
    sending = true;
    return out;
  }
}
