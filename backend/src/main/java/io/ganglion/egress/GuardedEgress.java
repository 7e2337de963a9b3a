package io.ganglion.egress;

import io.ganglion.kernel.Cidr;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.protocol.HttpClientContext;

/**
 * Sends each request once over a client whose own retries, redirects, cookies and authentication
 * are off, to an address the guard has seen.
 */
@ApplicationScoped
class GuardedEgress implements Egress {
  private final EgressConfig config;
  private final Semaphore slots;
  private final Semaphore large;
  private final ScheduledThreadPoolExecutor timer;
  private final Map<Origin, Lane> lanes = new EnumMap<>(Origin.class);
  private final AddressGuard guard;

  @Inject
  GuardedEgress(EgressConfig config) {
    this(config, SystemDefaultDnsResolver.INSTANCE);
  }

  GuardedEgress(EgressConfig config, DnsResolver names) {
    this.config = config;
    this.slots = new Semaphore(config.connections(), true);
    this.large = new Semaphore(config.largeAnswers(), true);
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("egress-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    var allowed = config.allow().orElse(List.of()).stream().map(Cidr::of).toList();
    guard = new AddressGuard(names, allowed);
    lanes.put(Origin.TENANT, Lane.open(config, guard));
    lanes.put(Origin.OPERATOR, Lane.open(config, names));
  }

  @Override
  public HttpResult call(HttpCall call) {
    var ends = System.nanoTime() + call.timeout().toNanos();
    var result = hop(call);
    var next = follow(call, result);
    while (next.isPresent()) {
      var left = Duration.ofNanos(ends - System.nanoTime());
      if (left.isNegative()) {
        return new HttpResult.Lost("no answer in time");
      }
      var following = within(next.get(), left);
      // The first hop was sent and answered, so nothing later can prove that nothing happened.
      result =
          switch (hop(following)) {
            case HttpResult.NotSent n -> new HttpResult.Lost("after a redirect: " + n.reason());
            case HttpResult.Lost l -> l;
            case HttpResult.Answered a -> a;
          };
      next = follow(following, result);
    }
    return result;
  }

  @Override
  public Optional<String> refusal(URI uri, Origin origin) {
    return UrlRules.address(uri, origin)
        .or(() -> origin == Origin.TENANT ? foreign(uri.getHost()) : Optional.empty());
  }

  private Optional<String> foreign(String host) {
    try {
      guard.resolve(host.replaceAll("^\\[|]$", "")); // a literal of IPv6
      return Optional.empty();
    } catch (AddressGuard.Refused e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      return Optional.empty(); // name servers may know it later
    }
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
    lanes.values().forEach(Lane::close);
  }

  private static Optional<HttpCall> follow(HttpCall call, HttpResult result) {
    return result instanceof HttpResult.Answered answer && call.redirects() > 0
        ? Redirect.next(call, answer)
        : Optional.empty();
  }

  private static HttpCall within(HttpCall call, Duration left) {
    return new HttpCall(
        call.method(),
        call.uri(),
        call.headers(),
        call.body(),
        left,
        call.origin(),
        call.fresh(),
        call.redirects());
  }

  private HttpResult hop(HttpCall call) {
    var refusal = UrlRules.refusal(call);
    if (refusal.isPresent()) {
      return new HttpResult.NotSent(refusal.get(), true);
    }
    if (!acquireSlot()) {
      return new HttpResult.NotSent("all outward connections are busy", false);
    }
    try {
      return send(call);
    } finally {
      slots.release();
    }
  }

  private boolean acquireSlot() {
    try {
      return slots.tryAcquire(config.setup().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResult send(HttpCall call) {
    var request = Message.request(call, config.setup());
    var exchange = new Exchange(request, timer, call.timeout());
    var context = HttpClientContext.create();
    context.setAttribute(MarkedExecutor.EXCHANGE, exchange);
    exchange.connecting(config.setup());
    var client = lane(call.origin()).client(call.fresh());
    try {
      var response = client.executeOpen(null, request, context);
      return Message.answer(response, config.answerBytes(), large)
          .<HttpResult>map(answer -> answer)
          .orElseGet(() -> new HttpResult.Lost("the answer is too large"));
    } catch (IOException e) {
      return Failure.judge(e, exchange);
    } finally {
      exchange.over();
      request.cancel(); // drops what was left unread; a connection read to its end is kept already
    }
  }

  private Lane lane(Origin origin) {
    return Objects.requireNonNull(lanes.get(origin));
  }
}
