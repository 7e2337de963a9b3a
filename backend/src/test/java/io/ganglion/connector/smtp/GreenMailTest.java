package io.ganglion.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.egress.LoopbackMail;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against a real mail server: TLS from the first byte, a password, messages read as a reader would.
 */
@Tag("connectors")
class GreenMailTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
  private final LoopbackMail mail = new LoopbackMail();
  private final SmtpConnector connector = new SmtpConnector(mail);

  @BeforeEach
  void start() {
    server.start();
    server.setUser("ada@example.com", "ada", "a-mail-password");
  }

  @AfterEach
  void stop() {
    mail.close();
    server.stop();
  }

  @Test
  void a_mail_with_everything_arrives_as_it_was_written() throws Exception {
    var letter =
        letter().put("html", "<p>Tee für zwei</p>").put("in_reply_to", "<question@example.org>");
    letter.putArray("cc").addObject().put("address", "cleo@example.org").put("name", "Cléo");
    letter
        .putArray("attachments")
        .addObject()
        .put("filename", "größe.txt")
        .put("content_type", "text/plain")
        .put("data", Base64.getEncoder().encodeToString(new byte[] {'h', 'i'}));
    var landed = (Outcome.Landed) connector.send(session("a-mail-password"), act(letter));

    var taken = server.getReceivedMessages();
    assertThat(taken).hasSize(2); // one for each recipient
    var message = taken[0];
    assertThat(message.getMessageID()).isEqualTo(landed.reference());
    assertThat(message.getSubject()).isEqualTo("Tee für zwei 🫖");
    assertThat(message.getHeader("References")).containsExactly("<question@example.org>");
    assertThat(message.getHeader("Cc")[0]).contains("cleo@example.org");
    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    var words = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(words.getBodyPart(0).getContent()).isEqualTo("Um vier?");
    assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).containsExactly('h', 'i');
  }

  @Test
  void an_attempt_after_a_proven_refusal_has_the_same_message_id() throws Exception {
    var act = act(letter());
    connector.send(session("a-mail-password"), act);
    connector.send(session("a-mail-password"), act);
    var taken = server.getReceivedMessages();
    assertThat(taken).hasSize(2);
    assertThat(taken[0].getMessageID()).isEqualTo(taken[1].getMessageID());
    assertThat(taken[0].getSentDate()).isEqualTo(taken[1].getSentDate());
  }

  @Test
  void a_wrong_password_is_refused_and_the_right_one_names_the_account() {
    assertThat(connector.whoami(session("another-password")))
        .isInstanceOfSatisfying(
            Connector.Whoami.Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
    assertThat(connector.whoami(session("a-mail-password")))
        .isEqualTo(new Connector.Whoami.Known("127.0.0.1:ada", "ada@example.com"));
  }

  private static ObjectNode letter() {
    var letter = Json.object().put("subject", "Tee für zwei 🫖").put("text", "Um vier?");
    letter.putArray("to").add("bob@example.org");
    return letter;
  }

  private Act act(ObjectNode letter) {
    var action = Objects.requireNonNull(connector.manifest().actions().get("sendMail"));
    return new Act(action, EffectId.next(), letter, NullNode.getInstance(), Instant.EPOCH);
  }

  private Session session(String password) {
    var credentials =
        Json.object()
            .put("host", "127.0.0.1")
            .put("port", server.getSmtps().getPort())
            .put("security", "tls")
            .put("username", "ada")
            .put("password", password)
            .put("from", "ada@example.com");
    var known = new Credentials(credentials).telling(connector.manifest().plainCredentials());
    return new Session(URI.create("https://server.invalid"), "", known, Origin.TENANT);
  }
}
