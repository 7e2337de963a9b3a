package io.ganglion.webhook;

import io.ganglion.crypto.VaultUnavailable;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.MessageId;
import io.ganglion.kernel.TenantId;
import io.ganglion.trace.Traced;
import io.ganglion.trace.Traces;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a try: signs the message and asks the endpoint once. */
final class Sending {
  private static final int GONE = 410;
  private static final int BAD_REQUEST = 400;
  private static final int REDIRECT = 300;
  private static final int OK = 200;
  private static final String STATUS = "http.response.status_code";
  private static final String AGENT = "Ganglion-Webhooks/1";

  private final Egress egress;
  private final Keyring keyring;
  private final Traces traces;
  private final Duration timeout;
  private final Clock clock;

  Sending(Egress egress, Keyring keyring, Traces traces, Duration timeout, Clock clock) {
    this.egress = egress;
    this.keyring = keyring;
    this.traces = traces;
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
    try (var span = traces.tell("deliver webhook", claimed.traceparent())) {
      var outcome = judge(egress.call(call(claimed, keys, span.text())));
      note(span, claimed, outcome);
      return outcome;
    }
  }

  private static void note(Traced span, Claimed claimed, Outcome outcome) {
    span.note("ganglion.tenant", new TenantId(claimed.tenant()))
        .note("ganglion.message", new MessageId(claimed.message()));
    switch (outcome) {
      case Outcome.Taken taken -> span.count(STATUS, taken.status());
      case Outcome.Gone gone -> span.count(STATUS, GONE);
      case Outcome.NotTried untried -> span.failed(untried.reason());
      case Outcome.Failed failed -> {
        failed.status().ifPresent(status -> span.count(STATUS, status));
        span.failed(failed.reason());
      }
    }
  }

  private HttpCall call(Claimed claimed, List<SigningKey> keys, @Nullable String traceparent) {
    var id = new MessageId(claimed.message()).toString();
    var at = clock.instant();
    var body = claimed.body().getBytes(StandardCharsets.UTF_8);
    var signatures =
        keys.stream().map(key -> key.sign(id, at, body)).collect(Collectors.joining(" "));
    var headers = new HashMap<String, List<String>>();
    headers.put("content-type", List.of("application/json"));
    headers.put("user-agent", List.of(AGENT));
    headers.put("webhook-id", List.of(id));
    headers.put("webhook-timestamp", List.of(String.valueOf(at.getEpochSecond())));
    headers.put("webhook-signature", List.of(signatures));
    if (traceparent != null) {
      headers.put("traceparent", List.of(traceparent));
    }
    return new HttpCall(
        "POST", URI.create(claimed.url()), headers, body, timeout, Origin.TENANT, false, 0);
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
