package io.ganglion.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorMatrix;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Fault;
import io.ganglion.connector.Keeps;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Promise;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.Subject;
import io.ganglion.connector.Without;
import io.ganglion.connector.smtp.MailServer.At;
import io.ganglion.connector.smtp.MailServer.Wrong;
import io.ganglion.egress.LoopbackMail;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises of {@code ConnectorContract}, whose platforms speak HTTP, kept against a mail server
 * that goes wrong at any word of a conversation. What was taken is asked of the server.
 */
@Tag("connectors")
@ExtendWith(ConnectorMatrix.class)
@Without(promise = Promise.ERROR_500_AFTER, reason = "a reply of SMTP says whether it was taken")
@Without(promise = Promise.LIMITED_WITH_RETRY_AFTER, reason = "SMTP has no words for when")
@Without(promise = Promise.REDIRECT, reason = "SMTP has no redirects that are followed")
@Without(promise = Promise.SENT_TWICE, reason = "blind: never sent again")
@Without(promise = Promise.LOOK_UP, reason = "blind: not looked up")
@Without(promise = Promise.UNDO, reason = "irreversible")
class SmtpContractTest {
  private final LoopbackMail mail = new LoopbackMail();
  private final SmtpConnector connector = new SmtpConnector(mail);

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  @Keeps(Promise.SCHEMA)
  void a_mail_is_taken_once_and_answered_as_its_schema_says() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, true)) {
      var act = mail("sendMail", letter());
      var landed = (Outcome.Landed) connector.send(session(server, true), act);
      assertThat(landed.reference()).isEqualTo("<%s@example.com>".formatted(act.effect()));
      var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      assertThat(schema.getSchema(act.action().output()).validate(landed.output())).isEmpty();
      assertThat(schema.getSchema(act.action().input()).validate(act.arguments())).isEmpty();
      assertThat(server.taken())
          .singleElement()
          .asString()
          .contains(
              "Message-ID: " + landed.reference(), "Subject: Tea", "From: Ada <ada@example.com>")
          .doesNotContain("hidden@example.org");
      assertThat(server.heard())
          .contains("RCPT TO:<bob@example.org>", "RCPT TO:<hidden@example.org>");
    }
  }

  static List<Arguments> a_fault_proves_exactly_what_the_protocol_says() {
    var all = new ArrayList<Arguments>();
    for (var at : At.values()) {
      for (var wrong : Wrong.values()) {
        wrong.fault().ifPresent(fault -> all.add(Arguments.of(fault, at, wrong)));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource
  @Keeps
  void a_fault_proves_exactly_what_the_protocol_says(Fault fault, At at, Wrong wrong) {
    assertThat(fault.acts()).isEqualTo(wrong.acts());
    try (var server = new MailServer(at, wrong, true)) {
      var outcome = connector.send(session(server, true), mail("sendMail", letter()));
      assertThat(outcome.toString()).doesNotContain(MailServer.PASSWORD);
      boolean refused = wrong == Wrong.REFUSED || wrong == Wrong.REFUSED_FOR_NOW;
      if (at == At.MESSAGE && !refused) {
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(server.taken()).hasSize(wrong.acts() ? 1 : 0);
      } else {
        assertThat(outcome)
            .isInstanceOfSatisfying(
                Outcome.NotLanded.class,
                missed ->
                    // after a refused EHLO the older HELO is tried, which knows of no TLS
                    assertThat(missed.retryable())
                        .isEqualTo(wrong != Wrong.REFUSED || at == At.EHLO));
        assertThat(server.taken()).isEmpty();
      }
    }
  }

  @Test
  @Keeps(Promise.REFUSED_CONNECTION)
  void nobody_listening_proves_that_nothing_was_sent() {
    var server = new MailServer(At.MESSAGE, Wrong.NOTHING, true);
    server.close();
    assertThat(connector.send(session(server, true), mail("sendMail", letter())))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isTrue());
  }

  @Test
  @Keeps(Promise.WHOAMI)
  void whoami_signs_in_and_names_server_and_user() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, true)) {
      assertThat(connector.whoami(session(server, true)))
          .isEqualTo(new Connector.Whoami.Known("127.0.0.1:ada", "ada@example.com"));
      assertThat(server.taken()).isEmpty();
    }
  }

  @Test
  @Keeps({Promise.WHOAMI, Promise.UNAUTHORIZED, Promise.SECRETS})
  void a_wrong_password_is_a_refusal_that_repeats_no_password() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, true)) {
      var credentials = credentials(server, true).put("password", "another-password");
      assertThat(connector.whoami(session(credentials, Origin.TENANT)))
          .isInstanceOfSatisfying(
              Connector.Whoami.Refused.class,
              refused -> {
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.reason()).doesNotContain("another-password").contains("535");
              });
    }
  }

  @Test
  @Keeps(Promise.SECRETS)
  void a_server_that_will_not_be_secret_is_told_no_password() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, false)) {
      assertThat(connector.send(session(server, true), mail("sendMail", letter())))
          .isInstanceOf(Outcome.NotLanded.class);
      assertThat(server.heard())
          .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }
  }

  @Test
  void a_certificate_that_nobody_signed_is_not_believed() {
    try (var doubting = LoopbackMail.doubting();
        var server = new MailServer(At.MESSAGE, Wrong.NOTHING, true)) {
      assertThat(
              new SmtpConnector(doubting).send(session(server, true), mail("sendMail", letter())))
          .isInstanceOf(Outcome.NotLanded.class);
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void asking_about_recipients_sends_nothing() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, false)) {
      var arguments = Json.object();
      arguments.putArray("recipients").add("bob@example.org").add("eve@example.org");
      assertThat(connector.send(session(server, false), mail("checkRecipients", arguments)))
          .isInstanceOf(Outcome.Landed.class);
      assertThat(server.heard()).contains("RCPT TO:<eve@example.org>").doesNotContain("DATA");
    }
    try (var server = new MailServer(At.RCPT, Wrong.REFUSED, false)) {
      var arguments = Json.object();
      arguments.putArray("recipients").add("nobody@example.org");
      assertThat(connector.send(session(server, false), mail("checkRecipients", arguments)))
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class, missed -> assertThat(missed.reason()).contains("550"));
    }
  }

  @Test
  void the_server_says_how_much_it_takes_and_more_is_not_sent() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, false)) {
      var asked =
          (Outcome.Landed) connector.send(session(server, false), mail("server", Json.object()));
      assertThat(asked.output().path("max_bytes").asLong()).isEqualTo(100_000);
      var large = letter().put("text", "a line\n".repeat(20_000));
      assertThat(connector.send(session(server, false), mail("sendMail", large)))
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class, missed -> assertThat(missed.reason()).contains("552"));
      assertThat(server.heard()).doesNotContain("DATA");
    }
  }

  @Test
  void the_laboratorys_address_does_not_lead_past_the_guard() {
    try (var server = new MailServer(At.MESSAGE, Wrong.NOTHING, false)) {
      var session = session(credentials(server, false), Origin.OPERATOR);
      assertThat(connector.whoami(session)).isInstanceOf(Connector.Whoami.Refused.class);
      assertThat(connector.send(session, mail("sendMail", letter())))
          .isInstanceOf(Outcome.NotLanded.class);
      assertThat(server.heard()).isEmpty();
    }
  }

  @Test
  @Keeps(Promise.PREPARE)
  void what_cannot_be_sent_is_told_in_prepare() {
    var many = letter();
    for (int i = 0; i < 50; i++) {
      many.withArray("/cc").add("c%d@example.org".formatted(i));
    }
    assertThat(prepared(many)).contains("recipients");
    var broken = letter();
    broken
        .putArray("attachments")
        .addObject()
        .put("filename", "a")
        .put("content_type", "text/plain")
        .put("data", "%%%");
    assertThat(prepared(broken)).contains("Base64");
    assertThat(prepared(letter().put("in_reply_to", "<a@b>"))).isEmpty();
  }

  @Test
  @Keeps(Promise.SCHEMA)
  void nothing_that_is_told_can_end_a_line_of_the_header() {
    var action = mail("sendMail", letter()).action();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(action.input());
    assertThat(schema.validate(letter().put("subject", "Tea\r\nBcc: eve@example.org")))
        .isNotEmpty();
    var to = letter();
    to.putArray("to").add("bob@example.org>\r\nRCPT TO:<eve@example.org");
    assertThat(schema.validate(to)).isNotEmpty();
  }

  @Test
  void sending_is_blind() {
    var act = mail("sendMail", letter());
    assertThat(connector.retryClass(act.action(), act.arguments())).isEqualTo(RetryClass.BLIND);
    assertThat(act.action().lookUp()).isEmpty();
  }

  /** The refusal's reason; empty if it may be sent. */
  private String prepared(ObjectNode letter) {
    var credentials = Json.object().put("from", "ada@example.com");
    return switch (connector.prepare(
        session(credentials, Origin.TENANT), mail("sendMail", letter))) {
      case Preparation.Ready r -> "";
      case Preparation.Refused r -> r.reason();
    };
  }

  private Act mail(String name, ObjectNode arguments) {
    var action = Objects.requireNonNull(connector.manifest().actions().get(name));
    return new Act(
        action.within(Duration.ofMillis(700)),
        EffectId.next(),
        arguments,
        NullNode.getInstance(),
        Subject.NOW);
  }

  private static ObjectNode letter() {
    var letter = Json.object().put("subject", "Tea").put("text", "At four?\n.\nAda");
    letter.putArray("to").addObject().put("address", "bob@example.org").put("name", "Bob");
    letter.putArray("bcc").add("hidden@example.org");
    return letter;
  }

  private static ObjectNode credentials(MailServer server, boolean secret) {
    var credentials =
        Json.object()
            .put("host", "127.0.0.1")
            .put("port", server.port())
            .put("security", secret ? "starttls" : "none")
            .put("from", "ada@example.com")
            .put("from_name", "Ada");
    return secret
        ? credentials.put("username", MailServer.USER).put("password", MailServer.PASSWORD)
        : credentials;
  }

  private Session session(MailServer server, boolean secret) {
    return session(credentials(server, secret), Origin.TENANT);
  }

  private Session session(ObjectNode credentials, Origin origin) {
    var known = new Credentials(credentials).telling(connector.manifest().plainCredentials());
    return new Session(URI.create("https://server.invalid"), "127.0.0.1:ada", known, origin);
  }
}
