package io.ganglion.connector.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
import io.ganglion.connector.Session;
import io.ganglion.egress.LoopbackMail;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.EffectId;
import io.ganglion.kernel.Json;
import jakarta.mail.Flags;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real server of mailboxes: TLS from the first byte, folders, mails with attachments. */
@Tag("connectors")
class GreenMailMailboxTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
  private final LoopbackMail mail = new LoopbackMail();
  private final ImapConnector connector = new ImapConnector(mail);
  private GreenMailUser ada;

  @BeforeEach
  void start() {
    server.start();
    ada = server.setUser("ada@example.com", "ada", "a-mail-password");
  }

  @AfterEach
  void stop() {
    mail.close();
    server.stop();
  }

  private void arrives(String subject) {
    ada.deliver(
        GreenMailUtil.createTextEmail(
            "ada@example.com",
            "Bob <bob@example.org>",
            subject,
            "Um vier?",
            server.getImaps().getServerSetup()));
  }

  private JsonNode output(String action, ObjectNode arguments) {
    var declared = Objects.requireNonNull(connector.manifest().actions().get(action));
    var act = new Act(declared, EffectId.next(), arguments, NullNode.getInstance(), Instant.EPOCH);
    var outcome = connector.send(session("a-mail-password"), act);
    assertThat(outcome).isInstanceOf(Outcome.Landed.class);
    var output = ((Outcome.Landed) outcome).output();
    var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    assertThat(schema.getSchema(declared.input()).validate(arguments)).isEmpty();
    assertThat(schema.getSchema(declared.output()).validate(output)).isEmpty();
    return output;
  }

  private Polled poll(JsonNode cursor) {
    var declared = Objects.requireNonNull(connector.manifest().polls().get("mail"));
    var question = new Polling.Question(declared, Json.object(), cursor, 1, Instant.EPOCH);
    return connector.poll(session("a-mail-password"), question);
  }

  private Session session(String password) {
    var credentials =
        Json.object()
            .put("host", "127.0.0.1")
            .put("port", server.getImaps().getPort())
            .put("security", "tls")
            .put("username", "ada")
            .put("password", password);
    var known = new Credentials(credentials).telling(connector.manifest().plainCredentials());
    return new Session(URI.create("https://server.invalid"), "", known, Origin.TENANT);
  }

  @Test
  void whoami_signs_in_and_a_wrong_password_is_refused() {
    assertThat(connector.whoami(session("a-mail-password")))
        .isEqualTo(new Connector.Whoami.Known("127.0.0.1:ada", "ada"));
    assertThat(connector.whoami(session("another-password")))
        .isInstanceOfSatisfying(
            Connector.Whoami.Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
  }

  @Test
  void mails_are_listed_found_and_read_and_none_is_seen_by_that() {
    arrives("Tea");
    arrives("Coffee");
    assertThat(output("folders", Json.object()).path("folders").valueStream().map(JsonNode::asText))
        .contains("INBOX");
    var folder = output("folder", Json.object());
    assertThat(folder.path("mails").asInt()).isEqualTo(2);
    assertThat(folder.path("unseen").asInt()).isEqualTo(2);
    var newest = output("mails", Json.object().put("limit", 1)).at("/mails/0");
    assertThat(newest.path("subject").asText()).isEqualTo("Coffee");
    assertThat(newest.at("/from/0/address").asText()).isEqualTo("bob@example.org");
    assertThat(newest.at("/from/0/name").asText()).isEqualTo("Bob");
    var found = output("mails", Json.object().put("subject", "Tea")).path("mails");
    assertThat(found).hasSize(1);
    var uid = found.at("/0/uid").asLong();
    var read = output("mail", Json.object().put("uid", uid));
    assertThat(read.path("text").asText()).startsWith("Um vier?");
    assertThat(read.path("truncated").asBoolean(true)).isFalse();
    assertThat(output("folder", Json.object()).path("unseen").asInt()).isEqualTo(2);
    output("markSeen", Json.object().put("uid", uid));
    var unseen = output("mails", Json.object().put("unseen", true)).path("mails");
    assertThat(unseen.findValuesAsText("subject")).containsExactly("Coffee");
    output("markUnseen", Json.object().put("uid", uid));
    assertThat(output("folder", Json.object()).path("unseen").asInt()).isEqualTo(2);
  }

  @Test
  void attachments_are_named_and_both_forms_of_the_words_are_read() throws Exception {
    var message =
        GreenMailUtil.newMimeMessage(
            """
            From: bob@example.org
            To: ada@example.com
            Subject: =?UTF-8?Q?Tee_f=C3=BCr_zwei?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/alternative; boundary=c

            --c
            Content-Type: text/plain; charset=utf-8

            Um vier?
            --c
            Content-Type: text/html; charset=utf-8

            <p>Um vier?</p>
            --c--
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=menu.pdf

            pdf
            --b--
            """
                .replace("\n", "\r\n"));
    ada.deliver(message);
    var read = output("mail", Json.object().put("uid", 1));
    assertThat(read.path("subject").asText()).isEqualTo("Tee für zwei");
    assertThat(read.path("text").asText().strip()).isEqualTo("Um vier?");
    assertThat(read.path("html").asText().strip()).isEqualTo("<p>Um vier?</p>");
    assertThat(read.at("/attachments/0/filename").asText()).isEqualTo("menu.pdf");
    assertThat(read.path("attachments")).hasSize(1);
  }

  @Test
  void new_mails_are_told_once_each_in_order_and_a_backlog_page_by_page() {
    arrives("before");
    var page = (Polled.Page) poll(Json.object());
    assertThat(page.items()).isEmpty();
    for (int i = 1; i <= 120; i++) {
      arrives("mail " + i);
    }
    var told = new ArrayList<String>();
    int pages = 0;
    do {
      page = (Polled.Page) poll(Json.read(Json.write(page.cursor())));
      page.items().forEach(item -> told.add(item.data().path("subject").asText()));
      pages++;
    } while (page.more());
    assertThat(pages).isEqualTo(3);
    assertThat(told).hasSize(120).doesNotHaveDuplicates().startsWith("mail 1").endsWith("mail 120");
    page = (Polled.Page) poll(page.cursor());
    assertThat(page.items()).isEmpty();
    assertThat(page.more()).isFalse();
  }

  @Test
  void a_mail_that_was_deleted_is_not_told_and_takes_nobodys_place() throws Exception {
    var page = (Polled.Page) poll(Json.object());
    arrives("one");
    arrives("two");
    var inbox = server.getManagers().getImapHostManager().getInbox(ada);
    var first = inbox.getMessages().getFirst();
    first.setFlag(Flags.Flag.DELETED, true);
    inbox.expunge();
    page = (Polled.Page) poll(page.cursor());
    assertThat(page.items().stream().map(item -> item.data().path("subject").asText()))
        .containsExactly("two");
    assertThat(((Polled.Page) poll(page.cursor())).items()).isEmpty();
  }

  @Test
  void a_folder_that_was_numbered_anew_is_said_to_have_a_gap() {
    arrives("one");
    var cursor = (ObjectNode) ((Polled.Page) poll(Json.object())).cursor();
    cursor.put("validity", cursor.path("validity").asLong() + 1);
    assertThat(poll(cursor))
        .isInstanceOfSatisfying(
            Polled.TooOld.class, gap -> assertThat(gap.reason()).contains("UIDVALIDITY"));
    var all = (Polled.Page) poll(Json.object().put("from", "0"));
    assertThat(all.items()).hasSize(1);
    assertThat(List.of(all.items().getFirst().id()).getFirst()).endsWith(":1");
  }
}
