package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.connector.endpoint.Given;
import io.ganglion.connector.endpoint.Origins;
import io.ganglion.connector.endpoint.Policy;
import io.ganglion.connector.endpoint.Rpc;
import io.ganglion.kernel.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One call's talk with an agent: its card where there is one, then the call. Used once.
 *
 * @param peer whom the author named
 * @param end nothing is sent after it
 */
record Agent(Rpc rpc, Rpc.Peer peer, Clock clock, Instant end) {
  private static final int BAD_GATEWAY = 502;
  private static final int TIMED_OUT = 504;

  static Agent of(Rpc rpc, Session session, Given given, Clock clock, Duration timeout) {
    var peer =
        new Rpc.Peer(
            session.principal(),
            Origins.address(given.arguments().path("endpoint")),
            Policy.of(given.arguments()),
            Map.of(),
            given.secrets());
    return new Agent(rpc, peer, clock, clock.instant().plus(timeout));
  }

  /** Where the call goes, or why it can't be made. */
  sealed interface Found {
    record At(Card card) implements Found {}

    record Nowhere(Outcome outcome) implements Found {}
  }

  Found find(JsonNode arguments) {
    if (!arguments.path("card").asBoolean()) {
      return new Found.At(new Card(peer.address(), Dialect.V0_3));
    }
    return switch (timely(left -> rpc.read(peer, left))) {
      case Rpc.Reply.Missed missed -> new Found.Nowhere(missed.unsent());
      case Rpc.Reply.Taken taken ->
          Card.read(URI.create(peer.address()), taken.responses().getFirst())
              .<Found>map(Found.At::new)
              .orElseGet(
                  () ->
                      new Found.Nowhere(
                          new Outcome.NotLanded(
                              BAD_GATEWAY,
                              "the agent's card offers no JSON-RPC of A2A 0.3 or 1.0",
                              Optional.empty(),
                              false)));
    };
  }

  /** Sends one request to the agent. */
  Rpc.Reply call(Card card, String id, String method, JsonNode parameters, boolean fresh) {
    return timely(
        left ->
            rpc.send(
                at(card),
                new Rpc.Message(
                    id,
                    card.dialect().method(method),
                    parameters,
                    card.dialect().headers(),
                    left,
                    fresh)));
  }

  /** What a card says of another origin is not the author's word: no credentials go there. */
  private Rpc.Peer at(Card card) {
    boolean known = Origins.of(card.address()).equals(Origins.of(peer.address()));
    return new Rpc.Peer(
        peer.tenant(),
        card.address(),
        known ? peer.policy() : new Policy(Json.object()),
        peer.headers(),
        peer.secrets());
  }

  private Rpc.Reply timely(java.util.function.Function<Duration, Rpc.Reply> step) {
    var left = Duration.between(clock.instant(), end);
    return left.isPositive()
        ? step.apply(left)
        : new Rpc.Reply.Missed(
            new Outcome.NotLanded(
                TIMED_OUT, "the agent took all of the call's time", Optional.empty(), true));
  }
}
