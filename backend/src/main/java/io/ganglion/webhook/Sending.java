package io.ganglion.webhook;

import io.ganglion.crypto.VaultUnavailable;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.TenantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a try: signs the message and asks the endpoint once. */
final class Sending {
  private static final int GONE = 410;
  private static final int BAD_REQUEST = 400;
  private static final int REDIRECT = 300;
  private static final int OK = 200;
  private static final String AGENT = "Ganglion-Webhooks/1";

  private final Egress egress;
  private final Keyring keyring;
  private final Duration timeout;
  private final Clock clock;

  Sending(Egress egress, Keyring keyring, Duration timeout, Clock clock) {
    this.egress = egress;
    this.keyring = keyring;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** Blocks until there is an answer, or none is waited for any more. */
  Outcome send(Claimed claimed) {
    if (claimed.keys().isEmpty()) {
      return new Outcome.NotTried("the endpoint has no key");
    }
    List<SigningKey> keys;
    try {
      var tenant = new TenantId(claimed.tenant());
      keys = claimed.keys().stream().map(stored -> keyring.open(tenant, stored)).toList();
    } catch (VaultUnavailable e) {
      return new Outcome.NotTried("the vault can't be asked");
    }
    return judge(egress.call(call(claimed, keys)));
  }

  private HttpCall call(Claimed claimed, List<SigningKey> keys) {
    var id = new MessageId(claimed.message()).toString();
    var at = clock.instant();
    var body = claimed.body().getBytes(StandardCharsets.UTF_8);
    var signatures =
        keys.stream().map(key -> key.sign(id, at, body)).collect(Collectors.joining(" "));
    return new HttpCall(
        "POST",
        URI.create(claimed.url()),
        Map.of(
            "content-type", List.of("application/json"),
            "user-agent", List.of(AGENT),
            "webhook-id", List.of(id),
            "webhook-timestamp", List.of(String.valueOf(at.getEpochSecond())),
            "webhook-signature", List.of(signatures)),
        body,
        timeout,
        Origin.TENANT,
        false,
        0);
  }

  private Outcome judge(HttpResult result) {
    return switch (result) {
      case HttpResult.NotSent n ->
          new Outcome.Failed(Optional.empty(), n.reason(), 0, Optional.empty());
      case HttpResult.Lost l ->
          new Outcome.Failed(Optional.empty(), l.reason(), 0, Optional.empty());
      case HttpResult.Answered a -> judge(a);
    };
  }

  private Outcome judge(HttpResult.Answered answer) {
    int status = answer.status();
    int bytes = answer.body().length;
    if (status >= OK && status < REDIRECT) {
      return new Outcome.Taken(status, bytes);
    }
    if (status == GONE) {
      return new Outcome.Gone(bytes);
    }
    var reason =
        status >= REDIRECT && status < BAD_REQUEST
            ? "it answered %d; redirects are not followed".formatted(status)
            : "it answered %d".formatted(status);
    var retry = answer.header("retry-after").flatMap(text -> RetryAfter.of(text, clock.instant()));
    return new Outcome.Failed(Optional.of(status), reason, bytes, retry);
  }
}
