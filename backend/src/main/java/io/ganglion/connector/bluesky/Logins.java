package io.ganglion.connector.bluesky;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Sessions by connection: made from the app password, refreshed when they are about to end. One
 * call at a time signs in for a connection, and the others wait for it; Bluesky takes 30 logins of
 * an account in 5 minutes. Each process has sessions of its own, which Bluesky allows.
 */
final class Logins {
  private static final int KEPT = 10_000;
  private static final Duration KEPT_FOR = Duration.ofHours(24);

  /** What asking for a session came to. */
  sealed interface Answer {
    record Ready(Login login) implements Answer {}

    /** There is none: nothing was done in the account's name. */
    record Failed(Outcome.NotLanded why) implements Answer {}
  }

  private static final class Seat {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Login login;
  }

  private final Egress egress;
  private final Clock clock;
  private final Classifier classifier;
  private final Cache<String, Seat> seats =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(KEPT_FOR).build();

  Logins(Egress egress, Clock clock, Classifier classifier) {
    this.egress = egress;
    this.clock = clock;
    this.classifier = classifier;
  }

  /**
   * The connection's session.
   *
   * @param timeout for waiting, and again for each of two questions
   */
  Answer get(Session session, Duration timeout) {
    return seated(session, timeout, seat -> current(session, seat, timeout));
  }

  /** A new session, which proves the app password. */
  Answer renew(Session session, Duration timeout) {
    return seated(session, timeout, seat -> create(session, seat, timeout));
  }

  /** The server no longer takes this access token, whatever it says of its end. */
  void spent(Session session, Login login) {
    var seat = seat(session);
    seat.lock.lock();
    try {
      if (seat.login != null && seat.login.access().equals(login.access())) {
        seat.login = login.spent();
      }
    } finally {
      seat.lock.unlock();
    }
  }

  @FunctionalInterface
  private interface Work {
    Answer on(Seat seat);
  }

  private Answer seated(Session session, Duration timeout, Work work) {
    var seat = seat(session);
    try {
      if (!seat.lock.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return later("another call is still signing in");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return later("interrupted while signing in");
    }
    try {
      return work.on(seat);
    } finally {
      seat.lock.unlock();
    }
  }

  private Answer current(Session session, Seat seat, Duration timeout) {
    var now = clock.instant();
    var login = seat.login;
    if (login != null && login.usable(now)) {
      return new Answer.Ready(login);
    }
    if (login != null && login.refreshable(now)) {
      var call =
          PlatformCall.of(session, "POST", "/xrpc/com.atproto.server.refreshSession", timeout)
              .bearer(login.refresh());
      if (ask(call, seat) instanceof Answer.Ready refreshed) {
        return refreshed;
      }
      seat.login = null; // it may be used up: the app password is still there
    }
    return create(session, seat, timeout);
  }

  private Answer create(Session session, Seat seat, Duration timeout) {
    var credentials = session.credentials();
    var body =
        Json.object()
            .put("identifier", credentials.text("identifier"))
            .put("password", credentials.text("app_password"));
    return ask(
        PlatformCall.of(session, "POST", "/xrpc/com.atproto.server.createSession", timeout)
            .json(body),
        seat);
  }

  private Answer ask(PlatformCall call, Seat seat) {
    var secrets = call.session().credentials();
    var old = seat.login;
    var result = egress.call(call.http());
    var outcome =
        classifier.judge(
            result,
            clock.instant(),
            old == null ? secrets : old.secrets(secrets),
            answer -> {
              var body = Answers.json(answer);
              if (!body.path("active").asBoolean(true)) {
                var status = body.path("status").asText("inactive");
                return new Outcome.NotLanded(
                    403, "the account is " + status, Optional.empty(), false);
              }
              seat.login = Login.read(body, clock.instant());
              return new Outcome.Landed(Json.object(), "", Optional.empty());
            });
    return switch (outcome) {
      case Outcome.Landed l -> new Answer.Ready(Objects.requireNonNull(seat.login));
      case Outcome.NotLanded n -> new Answer.Failed(n);
      case Outcome.Unknown u ->
          later(u.reason()); // a session changes nothing, so it may be asked again
    };
  }

  private static Answer later(String reason) {
    return new Answer.Failed(
        new Outcome.NotLanded(Classifier.NO_CONNECTION, reason, Optional.empty(), true));
  }

  private Seat seat(Session session) {
    var credentials = session.credentials();
    var key =
        Json.object()
            .put("server", session.baseUrl().toString())
            .put("identifier", credentials.text("identifier"))
            .put("password", credentials.text("app_password"));
    return seats.get(Json.hash(key), any -> new Seat());
  }
}
