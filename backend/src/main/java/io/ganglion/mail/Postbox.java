package io.ganglion.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Clock;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands mails to the mail server that the operator configured ({@code ganglion.mail.*}), each over
 * a connection of its own: a server ends one that rests.
 */
@ApplicationScoped
public class Postbox {
  private final MailServer server;
  private final MailConfig config;
  private final Session session;
  private final Clock clock = Clock.systemUTC();

  Postbox(MailServer server, MailConfig config) {
    this.server = server;
    this.config = config;
    session = Session.getInstance(settings(server));
  }

  /**
   * Sends it; blocks until the server has taken it.
   *
   * @throws IllegalStateException if the server doesn't
   */
  public void send(Mail mail) {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    thread.setContextClassLoader(
        Session.class.getClassLoader()); // where the library finds its parts
    try (var transport = new SMTPTransport(session, address())) {
      var letter = Letter.of(session, server.from(), mail, clock.instant());
      transport.connect();
      transport.sendMessage(letter, letter.getAllRecipients());
    } catch (MessagingException e) {
      throw new IllegalStateException("the mail server did not take a mail: " + e.getMessage(), e);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private URLName address() {
    return new URLName(
        "smtp",
        server.host(),
        server.port(),
        null,
        server.user().orElse(null),
        server.password().orElse(null));
  }

  private static Properties settings(MailServer server) {
    var settings = new Properties();
    var timeout = Long.toString(server.timeout().toMillis());
    settings.setProperty("mail.smtp.connectiontimeout", timeout);
    settings.setProperty("mail.smtp.timeout", timeout);
    settings.setProperty("mail.smtp.localhost", server.ownHost());
    settings.setProperty("mail.smtp.quitwait", "false");
    settings.setProperty("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean turns = !server.tls() && server.startTls() != MailServer.StartTls.DISABLED;
    boolean must = turns && server.startTls() == MailServer.StartTls.REQUIRED;
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.tls()));
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(turns));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(must));
    return settings;
  }

  /** A page of the dashboard, in full. */
  public String link(String path) {
    return config.url().resolve(path).toString();
  }
}
