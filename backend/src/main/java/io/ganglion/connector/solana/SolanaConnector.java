package io.ganglion.connector.solana;

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

/** Sends SOL. */
@ApplicationScoped
class SolanaConnector implements Connector {
  private static final String NO_KEY =
      "the private key must be 64 bytes, in base 58 or as a list of numbers";

  private static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(10);

  /** Below the action's timeout, so that the last question still fits into it. */
  private static final Waiting UNTIL_CONFIRMED =
      new Waiting(Duration.ofMillis(500), Duration.ofSeconds(60));

  /** The node's names of refusals that say something of the bytes themselves. */
  private static final String PROCESSED = "AlreadyProcessed";

  private static final String NO_BLOCKHASH = "BlockhashNotFound";

  private final Manifest manifest = Manifests.load("solana");
  private final Node node;
  private final Waiting waiting;

  @Inject
  SolanaConnector(Egress egress) {
    this(new Node(egress, Clock.systemUTC(), QUESTION_TIMEOUT), UNTIL_CONFIRMED);
  }

  SolanaConnector(Node node, Waiting waiting) {
    this.node = node;
    this.waiting = waiting;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  /** The principal is {@code <genesis hash>:<address>}. */
  @Override
  public Whoami whoami(Session session) {
    var wallet = Wallet.open(session.credentials());
    if (wallet.isEmpty()) {
      return new Whoami.Refused(400, NO_KEY);
    }
    try {
      var address = wallet.get().addressText();
      return new Whoami.Known(new Chain(node, session).genesis() + ":" + address, address);
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
    var own = session.principal().substring(session.principal().indexOf(':') + 1);
    var address = act.arguments().path("address").asText(own);
    var signature = act.arguments().path("signature").asText();
    try {
      return switch (act.action().name()) {
        case "transfer" -> broadcast(chain, act);
        case "balance" -> Reads.balance(chain, address);
        case "tokenBalances" -> Reads.tokens(chain, address);
        case "signatureStatus" -> Reads.status(chain, signature);
        case "transaction" -> Reads.transaction(chain, signature);
        case "latestSlot" -> Reads.latestSlot(chain);
        default ->
            throw new IllegalArgumentException("Solana has no action " + act.action().name());
      };
    } catch (Chain.NoAnswer e) {
      return e.outcome();
    }
  }

  @Override
  public Finding lookUp(Session session, Act act) {
    return act.handle().path("signature").isTextual()
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
    if (refusal.error().equals(PROCESSED)) {
      return confirmed(chain, act);
    }
    try {
      var signature = act.handle().path("signature").asText();
      if (chain.status(signature).known().isPresent()) {
        return confirmed(chain, act);
      }
      if (!refusal.proves()) {
        return unknown("the node: " + refusal.message());
      }
      if (refusal.error().equals(NO_BLOCKHASH)) {
        return stale(chain, act);
      }
    } catch (Chain.NoAnswer e) {
      return unknown("after a refusal the node could not be asked");
    }
    return Node.declined(refusal);
  }

  /** What was signed for too old a block never lands; a node that is behind may take it later. */
  private static Outcome stale(Chain chain, Act act) throws Chain.NoAnswer {
    var over =
        chain.head(Chain.CONFIRMED).blockHeight()
            > act.handle().path("last_valid_block_height").asLong();
    return over
        ? new Outcome.NotLanded(
            410,
            "it was signed too long before it was sent; ask for it once more",
            Optional.empty(),
            false)
        : new Outcome.NotLanded(
            503, "the node does not know the block it was signed for", Optional.empty(), true);
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
