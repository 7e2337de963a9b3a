package io.ganglion.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** A mail as it goes over the line. It keeps the identifier that it was given. */
final class Letter extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String IDENTIFIER = "Message-ID";

  private Letter(Session session) {
    super(session);
  }

  @SuppressWarnings("JavaUtilDate") // the library's own
  static Letter of(Session session, String from, Mail mail, Instant now) throws MessagingException {
    var letter = new Letter(session);
    letter.setFrom(new InternetAddress(from, true));
    letter.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
    letter.setSubject(mail.subject(), UTF_8);
    letter.setSentDate(Date.from(now));
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      letter.setHeader(header.getKey(), header.getValue());
    }
    if (mail.html().isEmpty()) {
      letter.setText(mail.text(), UTF_8);
    } else {
      letter.setContent(
          new MimeMultipart(
              "alternative", part(mail.text(), "plain"), part(mail.html().get(), "html")));
    }
    letter.saveChanges();
    return letter;
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    if (getHeader(IDENTIFIER) == null) {
      super.updateMessageID();
    }
  }
}
