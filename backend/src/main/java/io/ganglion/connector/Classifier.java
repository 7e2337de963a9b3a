package io.ganglion.connector;

import io.ganglion.egress.HttpResult;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer, or the lack of one, proves: the contract's default. Pure. A connector that knows
 * its platform's lies judges them first and leaves the rest to this.
 *
 * @param platform for people, e.g. {@code X}
 * @param resets how this platform says when it may be called again
 */
public record Classifier(String platform, RateReset resets) {
  /** The status of an outcome for which no connection could be made. */
  public static final int NO_CONNECTION = 503;

  /** The status of an outcome for which no (whole) answer came. */
  public static final int NO_ANSWER = 504;

  private static final Set<Integer> PROVE_NOTHING = Set.of(408, 409, 425);

  /** Reads what landed out of a 2xx. */
  @FunctionalInterface
  public interface Reading {
    /**
     * What the answer says; on a 2xx usually what landed.
     *
     * @throws IOException if the answer is not what the platform promises
     */
    Outcome read(HttpResult.Answered answer) throws IOException;
  }

  public Classifier(String platform) {
    this(platform, RateReset.RETRY_AFTER);
  }

  /**
   * Judges one exchange.
   *
   * @param now of the local clock, to which a platform's waits are added
   * @param credentials blotted out of every reason
   */
  public Outcome judge(HttpResult result, Instant now, Credentials credentials, Reading reading) {
    return switch (result) {
      case HttpResult.NotSent n ->
          new Outcome.NotLanded(
              NO_CONNECTION,
              "%s: %s".formatted(platform, n.reason()),
              Optional.empty(),
              !n.guarded());
      case HttpResult.Lost l ->
          new Outcome.Unknown(NO_ANSWER, "%s: %s".formatted(platform, l.reason()));
      case HttpResult.Answered a when a.status() / 100 == 2 -> taken(a, credentials, reading);
      case HttpResult.Answered a -> refused(a, now, credentials);
    };
  }

  /** What people are told of a refusal; never a credential. */
  public String reason(HttpResult.Answered answer, Credentials credentials) {
    var detail = ErrorText.of(answer.body(), credentials);
    return "%s answered %d%s"
        .formatted(platform, answer.status(), detail.isEmpty() ? "" : ": " + detail);
  }

  private Outcome taken(HttpResult.Answered answer, Credentials credentials, Reading reading) {
    try {
      return switch (reading.read(answer)) {
        case Outcome.Landed l ->
            new Outcome.Landed(
                credentials.hide(l.output()),
                credentials.hide(l.reference()),
                l.url().filter(url -> credentials.hide(url.toString()).equals(url.toString())));
        case Outcome.NotLanded n -> n;
        case Outcome.Unknown u -> u;
      };
    } catch (IOException e) {
      return new Outcome.Unknown(
          answer.status(), "%s answered %d, unreadable".formatted(platform, answer.status()));
    }
  }

  private Outcome refused(HttpResult.Answered answer, Instant now, Credentials credentials) {
    var status = answer.status();
    var reason = reason(answer, credentials);
    if (status == 429) {
      return new Outcome.NotLanded(status, reason, resets.at(answer, now), true);
    }
    // A redirect that isn't followed may be the answer to an act that happened (303 See Other).
    return status / 100 == 4 && !PROVE_NOTHING.contains(status)
        ? new Outcome.NotLanded(status, reason, Optional.empty(), false)
        : new Outcome.Unknown(
            status, reason, status >= 500 ? resets.at(answer, now) : Optional.empty());
  }
}
