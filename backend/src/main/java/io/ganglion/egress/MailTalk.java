package io.ganglion.egress;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** One conversation over an open connection, and what its end proves. Used once. */
final class MailTalk {
  private static final int MAX_REPLY_CHARS = 300;

  /** The reply code of a message that is larger than a server takes. */
  private static final int TOO_LARGE = 552;

  private final Socket line;
  private final SSLSocketFactory tls;

  MailTalk(Socket line, SSLSocketFactory tls) {
    this.line = line;
    this.tls = tls;
  }

  MailResult have(MailCall call) {
    var session = Session.getInstance(settings(call));
    var account = call.account();
    var server =
        new URLName(
            "smtp",
            call.host(),
            call.port(),
            null,
            account.map(MailCall.Account::name).orElse(null),
            account.map(MailCall.Account::password).orElse(null));
    var transport = new MailTransport(session, server);
    try {
      transport.connect(line);
      if (account.isPresent() && !transport.supportsExtension("AUTH")) {
        return new MailResult.Declined(503, "the server lets nobody sign in");
      }
      return talk(session, transport, call);
    } catch (MessagingException e) {
      return judge(e, transport);
    } finally {
      end(transport);
    }
  }

  private static MailResult talk(Session session, MailTransport transport, MailCall call)
      throws MessagingException {
    var size = size(transport);
    if (call.message().isPresent()) {
      var bytes = call.message().get();
      if (size > 0 && bytes.length > size) {
        return new MailResult.Declined(
            TOO_LARGE,
            "the message has %d bytes; the server takes %d".formatted(bytes.length, size));
      }
      transport.sendMessage(
          new MimeMessage(session, new ByteArrayInputStream(bytes)), addresses(call));
    } else if (!call.recipients().isEmpty()) {
      var refusal = name(transport, call);
      if (refusal != null) {
        return refusal;
      }
    }
    return new MailResult.Taken(reply(transport.getLastServerResponse()), size);
  }

  /** Names sender and recipients and takes it back; null if all were welcome. */
  private static MailResult.@Nullable Declined name(MailTransport transport, MailCall call)
      throws MessagingException {
    var code = transport.simpleCommand("MAIL FROM:<%s>".formatted(call.from()));
    for (var recipient : call.recipients()) {
      if (code / 100 == 2) {
        code = transport.simpleCommand("RCPT TO:<%s>".formatted(recipient));
      }
    }
    if (code < 0) {
      throw new MessagingException("the connection was lost");
    }
    if (code / 100 != 2) {
      return new MailResult.Declined(code, reply(transport.getLastServerResponse()));
    }
    transport.simpleCommand("RSET");
    return null;
  }

  private static Address[] addresses(MailCall call) throws MessagingException {
    var addresses = new Address[call.recipients().size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = new InternetAddress(call.recipients().get(i), true);
    }
    return addresses;
  }

  /**
   * A refusal is one whenever it comes, even after the message: the server then answers for not
   * having taken it. A connection that breaks after the server asked for the message proves
   * nothing.
   */
  private static MailResult judge(MessagingException failure, MailTransport transport) {
    if (failure instanceof AuthenticationFailedException) {
      var code = transport.getLastReturnCode();
      return code >= 400
          ? new MailResult.Declined(code, reply(transport.getLastServerResponse()))
          : new MailResult.NotSent("signing in failed", false);
    }
    var refusal = refusal(failure);
    if (refusal != null) {
      return refusal;
    }
    if (transport.sending()) {
      return new MailResult.Lost("the connection was lost after the message was begun");
    }
    var code = transport.getLastReturnCode();
    return code >= 400
        ? new MailResult.Declined(code, reply(transport.getLastServerResponse()))
        : new MailResult.NotSent("the server broke off before the message", false);
  }

  private static MailResult.@Nullable Declined refusal(Exception failure) {
    for (Exception e = failure;
        e instanceof MessagingException cause;
        e = cause.getNextException()) {
      var code =
          switch (e) {
            case SMTPAddressFailedException a -> a.getReturnCode();
            case SMTPSenderFailedException s -> s.getReturnCode();
            case SMTPSendFailedException s -> s.getReturnCode();
            default -> 0;
          };
      if (code >= 400) {
        return new MailResult.Declined(code, reply(e.getMessage()));
      }
    }
    return null;
  }

  private static long size(MailTransport transport) {
    var said = transport.getExtensionParameter("SIZE");
    return said != null && said.strip().matches("[0-9]{1,15}") ? Long.parseLong(said.strip()) : 0;
  }

  private static String reply(@Nullable String said) {
    var text = said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
    return text.length() > MAX_REPLY_CHARS ? text.substring(0, MAX_REPLY_CHARS) : text;
  }

  private static void end(MailTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      return; // what it came to is known already
    }
  }

  private Properties settings(MailCall call) {
    var settings = new Properties();
    settings.setProperty("mail.smtp.localhost", "ganglion");
    settings.setProperty("mail.smtp.from", call.from());
    settings.setProperty("mail.smtp.quitwait", "false");
    settings.setProperty("mail.smtp.sendpartial", "false");
    settings.setProperty("mail.smtp.auth", Boolean.toString(call.account().isPresent()));
    settings.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    var starts = Boolean.toString(call.security() == MailCall.Security.STARTTLS);
    settings.setProperty("mail.smtp.starttls.enable", starts);
    settings.setProperty("mail.smtp.starttls.required", starts);
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.ssl.socketFactory", tls);
    return settings;
  }
}
