package io.ganglion.connector.evm;

import io.ganglion.connector.Act;
import io.ganglion.connector.Classifier;
import io.ganglion.connector.Connector;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Preparation;
import io.ganglion.connector.Session;
import io.ganglion.connector.Waiting;
import io.ganglion.connector.WhoamiAnswer;
import io.ganglion.egress.Egress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sends transactions on an Ethereum-like chain. */
@ApplicationScoped
class EvmConnector implements Connector {
  private static final String NO_KEY = "the private key must be 32 bytes in hexadecimal";

  private static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(10);

  /** JSON-RPC's code for a node's own failure, which proves nothing. */
  private static final int INTERNAL_ERROR = -32603;

  /** Below the action's timeout, so that the last question still fits into it. */
  private static final Waiting UNTIL_CONFIRMED =
      new Waiting(Duration.ofMillis(500), Duration.ofSeconds(90));

  private final Manifest manifest = Manifests.load("evm");
  private final Node node;
  private final Waiting waiting;

  @Inject
  EvmConnector(Egress egress) {
    this(new Node(egress, Clock.systemUTC(), QUESTION_TIMEOUT), UNTIL_CONFIRMED);
  }

  EvmConnector(Node node, Waiting waiting) {
    this.node = node;
    this.waiting = waiting;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** The principal is {@code <chain id>:<address>}. */
  @Override
  public Whoami whoami(Session session) {
    var wallet = Wallet.open(session.credentials());
    if (wallet.isEmpty()) {
      return new Whoami.Refused(400, NO_KEY);
    }
    try {
      var address = wallet.get().address();
      return new Whoami.Known(new Chain(node, session).id() + ":" + address, address);
    } catch (Chain.NoAnswer e) {
      return WhoamiAnswer.read(e.outcome(), landed -> ""); // no failure lands
    }
  }

  @Override
  public Preparation prepare(Session session, Act act) {
    return Wallet.open(session.credentials())
        .map(wallet -> Transfers.prepare(new Chain(node, session), wallet, session, act))
        .orElseGet(() -> new Preparation.Refused(400, NO_KEY, false));
  }

  @Override
  public Outcome send(Session session, Act act) {
    var chain = new Chain(node, session);
    try {
      return switch (act.action().name()) {
        case "sendTransaction" -> broadcast(chain, act);
        case "balance" -> Reads.balance(chain, session, act);
        case "blockNumber" -> Reads.blockNumber(chain);
        case "receipt" -> Reads.receipt(chain, act);
        case "transaction" -> Reads.transaction(chain, act);
        case "tokenBalance" -> Reads.tokens(chain, session, act);
        default ->
            throw new IllegalArgumentException("a chain has no action " + act.action().name());
      };
    } catch (Chain.NoAnswer e) {
      return e.outcome();
    }
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return act.handle().path("hash").isTextual()
        ? Inclusion.find(new Chain(node, session), act)
        : new Finding.Inconclusive("there is no signed transaction to look for");
  }

  private Outcome broadcast(Chain chain, Act act) {
    if (!act.handle().path("raw").isTextual()) {
      return new Outcome.NotLanded(409, "it was not signed yet", Optional.empty(), true);
    }
    return switch (chain.send(act.handle().path("raw").asText())) {
      case Node.Reply.Result r -> confirmed(chain, act);
      case Node.Reply.Failed f -> f.outcome();
      case Node.Reply.Declined d -> declined(chain, act, d);
    };
  }

  /** A refusal of bytes that were sent before may only mean that they are there already. */
  private Outcome declined(Chain chain, Act act, Node.Reply.Declined refusal) {
    if (refusal.says("already known") || refusal.says("already imported")) {
      return confirmed(chain, act);
    }
    try {
      if (Inclusion.confirmed(chain, act).isPresent()
          || chain.knows(act.handle().path("hash").asText())) {
        return confirmed(chain, act);
      }
    } catch (Chain.NoAnswer e) {
      return unknown("after a refusal the node could not be asked");
    }
    // Too low a nonce: ours or another one was mined, and this node may not show which yet.
    var proven = !refusal.says("nonce too low") && refusal.code() != INTERNAL_ERROR;
    return proven ? Node.declined(refusal) : unknown("the node: " + refusal.message());
  }

  private Outcome confirmed(Chain chain, Act act) {
    return waiting
        .<Outcome>until(
            () -> {
              try {
                return Inclusion.confirmed(chain, act).map(landed -> landed);
              } catch (Chain.NoAnswer e) {
                return Optional.empty(); // asked again until the time is over
              }
            })
        .orElseGet(() -> unknown("the transaction was sent and is not confirmed yet"));
  }

  private static Outcome unknown(String reason) {
    return new Outcome.Unknown(Classifier.NO_ANSWER, reason);
  }
}
