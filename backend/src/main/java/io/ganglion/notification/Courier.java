package io.ganglion.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.crypto.VaultUnavailable;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.TenantId;
import io.ganglion.mail.Mail;
import io.ganglion.mail.Postbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes one try to bring a message to somebody; outside of any transaction. */
@ApplicationScoped
class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final String AGENT = "Ganglion-Notifications/1";

  private final Postbox postbox;
  private final Egress egress;
  private final Targets targets;
  private final NotificationConfig config;
  private final NotificationClock clock;

  Courier(
      Postbox postbox,
      Egress egress,
      Targets targets,
      NotificationConfig config,
      NotificationClock clock) {
    this.postbox = postbox;
    this.egress = egress;
    this.targets = targets;
    this.config = config;
    this.clock = clock;
  }

  /** By mail. The message's identifier is the mail's, so that mailboxes know a second one. */
  Outcome mail(String to, Digest digest, Wording wording) {
    return mail(
        new Mail(
            to,
            wording.subject(digest),
            wording.plain(digest),
            Optional.of(wording.html(digest)),
            headers(digest.id(), wording)));
  }

  Outcome testMail(String to, MessageId id, String tenant, Wording wording) {
    var subject = "A test of notifications of " + Item.oneLine(tenant);
    return mail(new Mail(to, subject, wording.testMail(), Optional.empty(), headers(id, wording)));
  }

  private Map<String, String> headers(MessageId id, Wording wording) {
    var host = Optional.ofNullable(URI.create(wording.settings()).getHost()).orElse("ganglion");
    return Map.of(
        "Message-ID",
        "<%s@%s>".formatted(id, host),
        "Auto-Submitted",
        "auto-generated",
        "List-Unsubscribe",
        "<%s>".formatted(wording.settings()));
  }

  private Outcome mail(Mail mail) {
    try {
      postbox.send(mail);
      return new Outcome.Told();
    } catch (RuntimeException e) { // whatever the mail server or the way to it does
      LOG.warnf("a notification could not be mailed: %s", e.getMessage());
      return new Outcome.Failed("the mail server did not take it");
    }
  }

  /** By JSON over HTTP, signed where there is a key. */
  Outcome post(TenantId tenant, Targets.Stored to, MessageId id, JsonNode body) {
    Target target;
    try {
      target = targets.open(tenant, to);
    } catch (VaultUnavailable e) {
      return new Outcome.NotTried("the vault can't be asked");
    }
    return judge(egress.call(call(target, id, Json.write(body).getBytes(StandardCharsets.UTF_8))));
  }

  private HttpCall call(Target target, MessageId id, byte[] body) {
    Instant now = clock.now();
    var headers = new HashMap<String, List<String>>();
    headers.put("content-type", List.of("application/json"));
    headers.put("user-agent", List.of(AGENT));
    headers.put("webhook-id", List.of(id.toString()));
    headers.put("webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())));
    target
        .key()
        .ifPresent(
            key -> headers.put("webhook-signature", List.of(key.sign(id.toString(), now, body))));
    return new HttpCall(
        "POST", target.url(), Map.copyOf(headers), body, config.timeout(), Origin.TENANT, false, 0);
  }

  private static Outcome judge(HttpResult result) {
    return switch (result) {
      case HttpResult.NotSent n -> new Outcome.Failed(n.reason());
      case HttpResult.Lost l -> new Outcome.Failed(l.reason());
      case HttpResult.Answered a -> judge(a.status());
    };
  }

  /** Slack answers 404 for a webhook that was taken away. */
  private static Outcome judge(int status) {
    var reason = "it answered %d".formatted(status);
    if (status >= OK && status < REDIRECT) {
      return new Outcome.Told();
    }
    return status == NOT_FOUND || status == GONE
        ? new Outcome.Gone(reason)
        : new Outcome.Failed(reason);
  }
}
