package io.ganglion.mail;

import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands mails to the mail server that the operator configured ({@code quarkus.mailer.*}). */
@ApplicationScoped
public class Postbox {
  private final Mailer mailer;
  private final MailConfig config;

  Postbox(Mailer mailer, MailConfig config) {
    this.mailer = mailer;
    this.config = config;
  }

  /**
   * Sends it; blocks until the server has taken it.
   *
   * @throws RuntimeException if the server doesn't
   */
  public void send(Mail mail) {
    var sent = io.quarkus.mailer.Mail.withText(mail.to(), mail.subject(), mail.text());
    mail.html().ifPresent(sent::setHtml);
    mail.headers().forEach(sent::addHeader);
    mailer.send(sent);
  }

  /** A page of the dashboard, in full. */
  public String link(String path) {
    return config.url().resolve(path).toString();
  }
}
