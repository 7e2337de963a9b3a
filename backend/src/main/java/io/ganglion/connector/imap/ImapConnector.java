package io.ganglion.connector.imap;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Polled;
import io.ganglion.connector.Polling;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.MailCall;
import io.ganglion.egress.MailboxCall;
import io.ganglion.egress.MailboxEgress;
import io.ganglion.egress.MailboxEgress.Asking;
import io.ganglion.egress.MailboxResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads a tenant's mailboxes. */
@ApplicationScoped
class ImapConnector implements Polling {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(15);
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;

  private final Manifest manifest = Manifests.load("imap");
  private final MailboxEgress mailboxes;

  ImapConnector(MailboxEgress mailboxes) {
    this.mailboxes = mailboxes;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** The principal is {@code <server>:<user name>}. */
  @Override
  public Whoami whoami(Session session) {
    var credentials = session.credentials();
    var user = credentials.text("username");
    var principal = credentials.text("host").toLowerCase(Locale.ROOT) + ":" + user;
    Asking<Outcome.Landed> asking =
        server -> new Outcome.Landed(Json.object(), principal, Optional.empty());
    return WhoamiAnswer.read(ask(session, WHOAMI_TIMEOUT, asking), output -> user);
  }

  @Override
  public Outcome send(Session session, Act act) {
    var arguments = act.arguments();
    Asking<? extends JsonNode> asking =
        switch (act.action().name()) {
          case "folders" -> Reads::folders;
          case "folder" -> server -> Reads.folder(server, arguments);
          case "mails" -> server -> Reads.mails(server, arguments);
          case "mail" -> server -> Reads.mail(server, arguments);
          case "markSeen" -> server -> Reads.mark(server, arguments, true);
          case "markUnseen" -> server -> Reads.mark(server, arguments, false);
          default ->
              throw new IllegalArgumentException("IMAP has no action " + act.action().name());
        };
    return ask(
        session,
        act.action().timeout(),
        server -> new Outcome.Landed(asking.of(server), "", Optional.empty()));
  }

  @Override
  public Optional<JsonNode> undoArguments(Act act, Outcome.Landed landed) {
    var output = landed.output();
    return Optional.of(
        Json.object()
            .put("folder", output.path("folder").asText())
            .put("uid", output.path("uid").asLong())
            .put("uid_validity", output.path("uid_validity").asLong()));
  }

  @Override
  public Polled poll(Session session, Question question) {
    if (!question.poll().name().equals("mail")) {
      throw new IllegalArgumentException("IMAP has no poll " + question.poll().name());
    }
    if (session.origin() == Origin.OPERATOR) {
      return Polled.failed(nowhere());
    }
    var call = call(session, question.poll().timeout());
    return switch (mailboxes.call(call, server -> NewMail.read(server, question))) {
      case MailboxResult.Had<Polled>(var polled) -> polled;
      case MailboxResult<Polled> missed -> Polled.failed(missed(session, missed));
    };
  }

  private Outcome ask(Session session, Duration timeout, Asking<Outcome.Landed> asking) {
    if (session.origin() == Origin.OPERATOR) {
      return nowhere();
    }
    return switch (mailboxes.call(call(session, timeout), asking)) {
      case MailboxResult.Had<Outcome.Landed>(var landed) ->
          new Outcome.Landed(
              session.credentials().hide(landed.output()), landed.reference(), landed.url());
      case MailboxResult<Outcome.Landed> missed -> missed(session, missed);
    };
  }

  /** The credentials name the server: in the laboratory they would lead past the guard. */
  private static Outcome nowhere() {
    return new Outcome.NotLanded(
        BAD_REQUEST,
        "the laboratory has no mailboxes; connect one of your own",
        Optional.empty(),
        false);
  }

  private static Outcome missed(Session session, MailboxResult<?> result) {
    var secrets = session.credentials();
    return switch (result) {
      case MailboxResult.Had<?> had -> throw new IllegalArgumentException("it was had");
      case MailboxResult.Declined<?>(boolean signingIn, String reply) -> {
        // RFC 5530: it may be another time
        boolean passes = reply.contains("[UNAVAILABLE]") || reply.contains("[INUSE]");
        var status = passes ? UNAVAILABLE : signingIn ? UNAUTHORIZED : BAD_REQUEST;
        var reason = "the mail server refused: " + secrets.hide(reply);
        yield new Outcome.NotLanded(status, reason, Optional.empty(), passes);
      }
      case MailboxResult.NotOpened<?>(String reason, boolean guarded) ->
          new Outcome.NotLanded(
              Classifier.NO_CONNECTION, "the mail server: " + reason, Optional.empty(), !guarded);
      case MailboxResult.Lost<?>(String reason) ->
          new Outcome.Unknown(Classifier.NO_ANSWER, "the mail server: " + reason);
    };
  }

  private static MailboxCall call(Session session, Duration timeout) {
    var credentials = session.credentials();
    return new MailboxCall(
        credentials.text("host"),
        credentials.values().path("port").asInt(),
        MailCall.Security.valueOf(credentials.text("security").toUpperCase(Locale.ROOT)),
        new MailCall.Account(credentials.text("username"), credentials.text("password")),
        timeout,
        session.origin());
  }
}
