package io.ganglion.connector.imap;

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
import io.ganglion.connector.Promise;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.Subject;
import io.ganglion.connector.Without;
import io.ganglion.egress.LoopbackMail;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promises of {@code ConnectorContract}, whose platforms speak HTTP, kept against a server of
 * mailboxes that goes wrong. What was marked is asked of the server.
 */
@Tag("connectors")
@ExtendWith(ConnectorMatrix.class)
@Without(promise = Promise.ERROR_500_AFTER, reason = "an answer of IMAP says whether it was done")
@Without(promise = Promise.LIMITED_WITH_RETRY_AFTER, reason = "IMAP has no words for when")
@Without(promise = Promise.LIMITED_WITHOUT_RETRY_AFTER, reason = "IMAP has no words for too often")
@Without(promise = Promise.REDIRECT, reason = "referrals are not followed")
@Without(promise = Promise.PREPARE, reason = "nothing is asked beforehand")
@Without(promise = Promise.LOOK_UP, reason = "idempotent: not looked up")
class ImapContractTest {
  private final LoopbackMail mail = new LoopbackMail();
  private final ImapConnector connector = new ImapConnector(mail);

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  @Keeps({Promise.SCHEMA, Promise.SENT_TWICE, Promise.UNDO})
  void marking_may_be_done_twice_and_taken_back() {
    try (var server = new MailboxServer(Optional.empty())) {
      var act = act("markSeen");
      var landed = (Outcome.Landed) connector.send(session(server), act);
      assertValid(act, landed);
      assertThat(server.seen()).isTrue();
      assertThat(connector.send(session(server), act)).isInstanceOf(Outcome.Landed.class);
      assertThat(server.seen()).isTrue();
      var arguments = (ObjectNode) connector.undoArguments(act, landed).orElseThrow();
      var back = act("markUnseen", arguments);
      assertValid(back, (Outcome.Landed) connector.send(session(server), back));
      assertThat(server.seen()).isFalse();
      assertThat(connector.send(session(server), back)).isInstanceOf(Outcome.Landed.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RESET_BEFORE",
        "RESET_AFTER",
        "HANG_AFTER",
        "TRUNCATED_AFTER",
        "MALFORMED_AFTER",
        "BAD_REQUEST"
      })
  @Keeps
  void a_fault_proves_exactly_what_the_protocol_says(Fault fault) {
    try (var server = new MailboxServer(Optional.of(fault))) {
      var outcome = connector.send(session(server), act("markSeen"));
      assertThat(outcome.toString()).doesNotContain(MailboxServer.PASSWORD);
      assertThat(server.seen()).isEqualTo(fault.acts());
      if (fault == Fault.BAD_REQUEST) {
        assertThat(outcome)
            .isInstanceOfSatisfying(
                Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isFalse());
      } else {
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
      }
    }
  }

  @Test
  @Keeps(Promise.REFUSED_CONNECTION)
  void nobody_listening_proves_that_nothing_was_asked() {
    var server = new MailboxServer(Optional.empty());
    server.close();
    assertThat(connector.send(session(server), act("markSeen")))
        .isInstanceOfSatisfying(
            Outcome.NotLanded.class, missed -> assertThat(missed.retryable()).isTrue());
  }

  @Test
  @Keeps(Promise.WHOAMI)
  void whoami_signs_in_and_names_server_and_user() {
    try (var server = new MailboxServer(Optional.empty())) {
      assertThat(connector.whoami(session(server)))
          .isEqualTo(new Connector.Whoami.Known("127.0.0.1:ada", "ada"));
    }
  }

  @Test
  @Keeps({Promise.WHOAMI, Promise.UNAUTHORIZED, Promise.SECRETS})
  void a_wrong_password_is_a_refusal_that_repeats_no_password() {
    try (var server = new MailboxServer(Optional.empty())) {
      var session = session(credentials(server.port()).put("password", "another-password"));
      assertThat(connector.whoami(session))
          .isInstanceOfSatisfying(
              Connector.Whoami.Refused.class,
              refused -> {
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.reason()).doesNotContain("another-password");
              });
      assertThat(connector.send(session, act("markSeen")))
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class,
              missed -> assertThat(missed.reason()).doesNotContain("another-password"));
    }
  }

  @Test
  void a_server_that_announces_more_than_is_read_is_cut_off() {
    for (var size : new String[] {"2000000000", "99999999999999999999"}) {
      try (var server = new MailboxServer(Optional.empty())) {
        server.announces(size);
        assertThat(connector.send(session(server), act("mail")))
            .isInstanceOf(Outcome.Unknown.class);
      }
    }
  }

  @Test
  void a_folder_that_was_numbered_anew_is_not_taken_for_the_one_it_was() {
    try (var server = new MailboxServer(Optional.empty())) {
      var arguments = Json.object().put("uid", 5).put("uid_validity", 6);
      assertThat(connector.send(session(server), act("markSeen", arguments)))
          .isInstanceOfSatisfying(
              Outcome.NotLanded.class, missed -> assertThat(missed.reason()).contains("is 7 now"));
      assertThat(server.seen()).isFalse();
    }
  }

  @Test
  void the_laboratorys_address_does_not_lead_past_the_guard() {
    try (var server = new MailboxServer(Optional.empty())) {
      var known = session(server);
      var lab = new Session(known.baseUrl(), "", known.credentials(), Origin.OPERATOR);
      assertThat(connector.whoami(lab)).isInstanceOf(Connector.Whoami.Refused.class);
      assertThat(server.heard()).isEmpty();
    }
  }

  @Test
  @Keeps(Promise.SCHEMA)
  void marking_is_idempotent_and_takes_its_arguments() {
    var act = act("markSeen");
    assertThat(connector.retryClass(act.action(), act.arguments()))
        .isEqualTo(RetryClass.IDEMPOTENT);
    var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(schema.getSchema(act.action().input()).validate(act.arguments())).isEmpty();
    var forged = Json.object().put("uid", 5).put("folder", "INBOX\r\nA1 LOGOUT");
    assertThat(schema.getSchema(act.action().input()).validate(forged)).isNotEmpty();
  }

  private static void assertValid(Act act, Outcome.Landed landed) {
    var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(schema.getSchema(act.action().output()).validate(landed.output())).isEmpty();
  }

  private Act act(String name) {
    return act(name, Json.object().put("uid", 5));
  }

  private Act act(String name, ObjectNode arguments) {
    var action = Objects.requireNonNull(connector.manifest().actions().get(name));
    return new Act(
        action.within(Duration.ofMillis(700)),
        EffectId.next(),
        arguments,
        NullNode.getInstance(),
        Subject.NOW);
  }

  /** Without secrecy, which the manifest lets nobody choose. */
  private static ObjectNode credentials(int port) {
    return Json.object()
        .put("host", "127.0.0.1")
        .put("port", port)
        .put("security", "none")
        .put("username", MailboxServer.USER)
        .put("password", MailboxServer.PASSWORD);
  }

  private Session session(MailboxServer server) {
    return session(credentials(server.port()));
  }

  private Session session(ObjectNode credentials) {
    var known = new Credentials(credentials).telling(connector.manifest().plainCredentials());
    return new Session(URI.create("https://server.invalid"), "", known, Origin.TENANT);
  }
}
