package io.ganglion.connector.smtp;

import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Credentials;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.MailCall;
import io.ganglion.egress.MailEgress;
import io.ganglion.egress.MailResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends mails through a tenant's mail server. */
@ApplicationScoped
class SmtpConnector implements Connector {
  private static final Duration WHOAMI_TIMEOUT = Duration.ofSeconds(15);

  private final Manifest manifest = Manifests.load("smtp");
  private final MailEgress mail;

  SmtpConnector(MailEgress mail) {
    this.mail = mail;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** The principal is {@code <server>:<user name, or the sender where nobody signs in>}. */
  @Override
  public Whoami whoami(Session session) {
    var credentials = session.credentials();
    var host = credentials.text("host").toLowerCase(Locale.ROOT);
    var from = credentials.text("from");
    var user = credentials.values().path("username").asText(from);
    return WhoamiAnswer.read(
        judge(
            session,
            call(session, List.of(), Optional.empty(), WHOAMI_TIMEOUT),
            taken -> new Outcome.Landed(Json.object(), host + ":" + user, Optional.empty())),
        output -> from);
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    try {
      Letter.write(session.credentials(), act);
      return new Preparation.Ready(NullNode.getInstance());
    } catch (Letter.Unsendable e) {
      return new Preparation.Refused(400, String.valueOf(e.getMessage()), false);
    }
  }

  @Override
  public Outcome send(Session session, Act act) {
    return switch (act.action().name()) {
      case "sendMail" -> sendMail(session, act);
      case "checkRecipients" -> checkRecipients(session, act);
      case "server" -> server(session, act);
      default -> throw new IllegalArgumentException("mail has no action " + act.action().name());
    };
  }

  private Outcome sendMail(Session session, Act act) {
    try {
      var letter = Letter.write(session.credentials(), act);
      var call =
          call(session, letter.recipients(), Optional.of(letter.bytes()), act.action().timeout());
      return judge(
          session,
          call,
          taken ->
              new Outcome.Landed(
                  Json.object()
                      .put("message_id", letter.id())
                      .put("recipients", letter.recipients().size())
                      .put("reply", taken.reply()),
                  letter.id(),
                  Optional.empty()));
    } catch (Letter.Unsendable e) {
      return new Outcome.NotLanded(400, String.valueOf(e.getMessage()), Optional.empty(), false);
    }
  }

  private Outcome checkRecipients(Session session, Act act) {
    var recipients = new ArrayList<String>();
    act.arguments().path("recipients").forEach(one -> recipients.add(one.asText()));
    return judge(
        session,
        call(session, recipients, Optional.empty(), act.action().timeout()),
        taken -> new Outcome.Landed(Json.object().put("welcome", true), "", Optional.empty()));
  }

  private Outcome server(Session session, Act act) {
    var host = session.credentials().text("host");
    return judge(
        session,
        call(session, List.of(), Optional.empty(), act.action().timeout()),
        taken -> {
          var output = Json.object().put("host", host);
          if (taken.size() > 0) {
            output.put("max_bytes", taken.size());
          }
          return new Outcome.Landed(output, "", Optional.empty());
        });
  }

  @FunctionalInterface
  private interface Reading {
    Outcome.Landed of(MailResult.Taken taken);
  }

  private Outcome judge(Session session, MailCall call, Reading reading) {
    if (session.origin() == Origin.OPERATOR) {
      // the credentials name the server: here they would lead past the guard
      return new Outcome.NotLanded(
          400,
          "the laboratory has no mail server; connect one of your own",
          Optional.empty(),
          false);
    }
    var secrets = session.credentials();
    return switch (mail.call(call)) {
      case MailResult.Taken t -> {
        var landed = reading.of(t);
        yield new Outcome.Landed(secrets.hide(landed.output()), landed.reference(), landed.url());
      }
      case MailResult.Declined d -> declined(d, secrets);
      case MailResult.NotSent n ->
          new Outcome.NotLanded(
              Classifier.NO_CONNECTION,
              "the mail server: " + n.reason(),
              Optional.empty(),
              !n.guarded());
      case MailResult.Lost l ->
          new Outcome.Unknown(Classifier.NO_ANSWER, "the mail server: " + l.reason());
    };
  }

  /** 4xx passes (a full mailbox, a greylist), 5xx stays; 530 to 538 are about who signs in. */
  private static Outcome declined(MailResult.Declined d, Credentials secrets) {
    var reason = "the mail server answered %d: %s".formatted(d.code(), secrets.hide(d.reply()));
    boolean passes = d.code() < 500;
    var status = d.code() >= 530 && d.code() <= 538 ? 401 : passes ? 503 : 400;
    return new Outcome.NotLanded(status, reason, Optional.empty(), passes);
  }

  private static MailCall call(
      Session session, List<String> recipients, Optional<byte[]> message, Duration timeout) {
    var credentials = session.credentials();
    var values = credentials.values();
    var account =
        values.has("password")
            ? Optional.of(
                new MailCall.Account(credentials.text("username"), credentials.text("password")))
            : Optional.<MailCall.Account>empty();
    return new MailCall(
        credentials.text("host"),
        values.path("port").asInt(),
        MailCall.Security.valueOf(credentials.text("security").toUpperCase(Locale.ROOT)),
        account,
        credentials.text("from"),
        recipients,
        message,
        timeout,
        session.origin());
  }
}
