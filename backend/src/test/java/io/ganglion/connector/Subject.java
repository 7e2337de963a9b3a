package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.egress.Egress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One action of one connector, with a platform of its own, as the contract's tests need it. */
public interface Subject extends PlatformServer.Behaviour {
  Connector connector(Egress egress, Clock clock);

  JsonNode credentials();

  /** Who whoami must find. */
  String principal();

  /** The action under test. */
  String action();

  /** Its arguments; {@code platform} for those that name an address. */
  JsonNode arguments(PlatformServer platform);

  /** Whether a request is the one that makes the effect. */
  boolean makesEffect(Request request);

  /** How many effects of the action stand on the platform now, by its own books. */
  int effects();

  /** The platform's name of the newest effect. */
  String reference();

  /** The class these arguments have. */
  RetryClass retryClass();

  /** Whether the connector finds an account behind credentials. */
  default boolean hasAccount() {
    return true;
  }

  /** What a look-up says when nothing landed. */
  default Class<? extends Finding> whenNothingLanded() {
    return Finding.Absent.class;
  }

  /** What looks like the effect and is not it: by a name, how to put it on the platform. */
  default Map<String, Runnable> nearMisses(Act act) {
    return Map.of();
  }

  /** Outcomes other than the contract's default. */
  default Map<Fault, Class<? extends Outcome>> declared() {
    return Map.of();
  }

  /** Whether any answer is the last word, so that the engine doesn't ask again by itself. */
  default boolean settledByAnswers() {
    return false;
  }

  /** What a second send of the same act comes to, where the platform refuses duplicates. */
  default List<Class<? extends Outcome>> whenSentTwice() {
    return List.of();
  }

  /** The platform's clock; stands still. */
  Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
}
