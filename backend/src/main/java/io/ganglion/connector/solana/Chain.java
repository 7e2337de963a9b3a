package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Optional;

/** The questions this connector asks of a chain; what can't be answered throws {@link NoAnswer}. */
final class Chain {
  static final String CONFIRMED = "confirmed";
  static final String FINALIZED = "finalized";

  /** Bytes of a blockhash, a genesis hash and an address. */
  static final int HASH_BYTES = 32;

  /** A question stayed without an answer; carries what that proves. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Outcome outcome;

    NoAnswer(Outcome outcome) {
      super("the node gave no answer", null, false, false);
      this.outcome = outcome;
    }

    /** Never landed. */
    Outcome outcome() {
      return outcome;
    }
  }

  /**
   * @param lastValid the last block height at which a transaction that names it may land
   */
  record Blockhash(byte[] hash, long lastValid) {}

  /** Where the chain is, as far as nothing can be taken back. */
  record Head(long slot, long blockHeight) {}

  /**
   * What the whole history says of a signature.
   *
   * @param slot up to which the node has looked
   */
  record Status(long slot, Optional<JsonNode> known) {}

  private final Node node;
  private final Session session;

  Chain(Node node, Session session) {
    this.node = node;
    this.session = session;
  }

  /** Names the chain. */
  String genesis() throws NoAnswer {
    var hash = ask("getGenesisHash").asText("");
    if (Base58.read(hash, HASH_BYTES).isEmpty()) {
      throw new NoAnswer(Node.unreadable());
    }
    return hash;
  }

  Blockhash latestBlockhash() throws NoAnswer {
    var value = ask("getLatestBlockhash", commitment(CONFIRMED)).path("value");
    var hash = Base58.read(value.path("blockhash").asText(""), HASH_BYTES);
    return new Blockhash(
        hash.orElseThrow(() -> new NoAnswer(Node.unreadable())),
        number(value.path("lastValidBlockHeight")));
  }

  /** Empty if the node doesn't know the message's blockhash. */
  Optional<Long> fee(String message) throws NoAnswer {
    var fee =
        ask("getFeeForMessage", TextNode.valueOf(message), commitment(CONFIRMED)).path("value");
    return fee.isIntegralNumber() ? Optional.of(fee.asLong()) : Optional.empty();
  }

  long balance(String address) throws NoAnswer {
    return number(
        ask("getBalance", TextNode.valueOf(address), commitment(CONFIRMED)).path("value"));
  }

  /** Runs it without sending it; JSON null if it would succeed, else why not. */
  JsonNode simulate(String raw) throws NoAnswer {
    var how = commitment(CONFIRMED).put("encoding", "base64").put("sigVerify", true);
    var value = ask("simulateTransaction", TextNode.valueOf(raw), how).path("value");
    if (!value.has("err")) {
      throw new NoAnswer(Node.unreadable());
    }
    return value.path("err");
  }

  Node.Reply send(String raw) {
    var how = Json.object().put("encoding", "base64").put("preflightCommitment", CONFIRMED);
    return node.ask(session, "sendTransaction", TextNode.valueOf(raw), how);
  }

  Head head(String commitment) throws NoAnswer {
    var epoch = ask("getEpochInfo", commitment(commitment));
    return new Head(number(epoch.path("absoluteSlot")), number(epoch.path("blockHeight")));
  }

  /** Searches the whole history, not the newest part alone. */
  Status status(String signature) throws NoAnswer {
    var list = Json.mapper().createArrayNode().add(signature);
    var answer =
        ask("getSignatureStatuses", list, Json.object().put("searchTransactionHistory", true));
    if (!answer.path("value").isArray() || answer.path("value").size() != 1) {
      throw new NoAnswer(Node.unreadable());
    }
    var status = answer.at("/value/0");
    return new Status(
        number(answer.at("/context/slot")),
        status.isNull() ? Optional.empty() : Optional.of(status));
  }

  /** JSON null if the node doesn't know it. */
  JsonNode transaction(String signature) throws NoAnswer {
    var how =
        commitment(CONFIRMED).put("encoding", "json").put("maxSupportedTransactionVersion", 0);
    return ask("getTransaction", TextNode.valueOf(signature), how);
  }

  /** Accounts of an address in which one of the token programs keeps its tokens. */
  List<JsonNode> tokens(String address, String program) throws NoAnswer {
    var answer =
        ask(
            "getTokenAccountsByOwner",
            TextNode.valueOf(address),
            Json.object().put("programId", program),
            commitment(CONFIRMED).put("encoding", "jsonParsed"));
    if (!answer.path("value").isArray()) {
      throw new NoAnswer(Node.unreadable());
    }
    return answer.path("value").valueStream().toList();
  }

  private JsonNode ask(String method, JsonNode... parameters) throws NoAnswer {
    return switch (node.ask(session, method, parameters)) {
      case Node.Reply.Result r -> r.value();
      case Node.Reply.Declined d -> throw new NoAnswer(Node.declined(d));
      case Node.Reply.Failed f -> throw new NoAnswer(f.outcome());
    };
  }

  private static ObjectNode commitment(String level) {
    return Json.object().put("commitment", level);
  }

  private static long number(JsonNode node) throws NoAnswer {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new NoAnswer(Node.unreadable());
    }
    return node.asLong();
  }
}
