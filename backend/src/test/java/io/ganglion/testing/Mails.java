package io.ganglion.testing;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A real mail server on loopback, and what it has taken. */
public final class Mails {
  private static final String HOST = "127.0.0.1";
  private static final String SMTP = "ganglion.test.smtp";
  private static final String IMAP = "ganglion.test.imap";

  private Mails() {}

  /**
   * A mail as it came in.
   *
   * @param html empty where there is none
   * @param id its Message-ID
   */
  public record Mail(String subject, String text, String html, String id) {}

  /** Where it takes mails; started at first use, one for all class loaders of this JVM. */
  static int serverPort() {
    synchronized (System.class) {
      if (System.getProperty(SMTP) == null) {
        var server =
            new GreenMail(
                new ServerSetup[] {
                  new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP),
                  new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
                });
        // a refused login would be a loss: its thread spins for good once the client has hung up
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        System.setProperty(SMTP, String.valueOf(server.getSmtp().getPort()));
        System.setProperty(IMAP, String.valueOf(server.getImap().getPort()));
      }
      return Integer.getInteger(SMTP);
    }
  }

  /** All mails to that address, as soon as there are so many. */
  public static List<Mail> to(String address, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> now(address), mails -> mails.size() >= count);
  }

  /** What is there now. */
  public static List<Mail> now(String address) {
    serverPort();
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      // it makes a mailbox for whomever it hears of, the address its name and password
      store.connect(HOST, Integer.getInteger(IMAP), address, address);
      var inbox = store.getFolder("INBOX");
      inbox.open(jakarta.mail.Folder.READ_ONLY);
      var found = new ArrayList<Mail>();
      for (var message : inbox.getMessages()) {
        found.add(read(message));
      }
      return found;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mail read(Message message) throws MessagingException, IOException {
    var id = message.getHeader("Message-ID")[0];
    var subject = message.getSubject();
    return message.getContent() instanceof Multipart parts
        ? new Mail(subject, part(parts, "text/plain"), part(parts, "text/html"), id)
        : new Mail(subject, String.valueOf(message.getContent()), "", id);
  }

  private static String part(Multipart parts, String type) throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).isMimeType(type)) {
        return String.valueOf(parts.getBodyPart(i).getContent());
      }
    }
    return "";
  }
}
