package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.Session;
import java.math.BigInteger;

/** The questions this connector asks of a chain; what can't be answered throws {@link NoAnswer}. */
final class Chain {
  /** A node that does not know tips is given this one, in wei. */
  private static final BigInteger USUAL_TIP = BigInteger.valueOf(1_000_000_000);

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

  private final Node node;
  private final Session session;

  Chain(Node node, Session session) {
    this.node = node;
    this.session = session;
  }

  BigInteger id() throws NoAnswer {
    return number(node.askText(session, "eth_chainId"));
  }

  BigInteger blockNumber() throws NoAnswer {
    return number(node.askText(session, "eth_blockNumber"));
  }

  BigInteger balance(String address) throws NoAnswer {
    return number(node.askText(session, "eth_getBalance", address, "latest"));
  }

  /**
   * How many transactions of an address there are.
   *
   * @param block {@code latest} for the mined ones, {@code pending} for those that wait too
   */
  BigInteger count(String address, String block) throws NoAnswer {
    return number(node.askText(session, "eth_getTransactionCount", address, block));
  }

  /** Runs it without sending it; a refusal says why it would fail. */
  void simulate(JsonNode call) throws NoAnswer {
    call(call);
  }

  /** What a contract answers, as bytes in hexadecimal. */
  JsonNode call(JsonNode call) throws NoAnswer {
    return result(node.ask(session, "eth_call", call, TextNode.valueOf("latest")));
  }

  BigInteger estimateGas(JsonNode call) throws NoAnswer {
    return number(node.ask(session, "eth_estimateGas", call));
  }

  /** Twice the present base fee, so that six full blocks may pass before it is too low. */
  Wallet.Fees fees() throws NoAnswer {
    var block =
        result(
            node.ask(
                session, "eth_getBlockByNumber", TextNode.valueOf("latest"), BooleanNode.FALSE));
    var base = Quantity.read(block.path("baseFeePerGas")).orElse(BigInteger.ZERO);
    var tip =
        switch (node.askText(session, "eth_maxPriorityFeePerGas")) {
          case Node.Reply.Result r -> Quantity.read(r.value()).orElse(USUAL_TIP);
          case Node.Reply.Declined d -> USUAL_TIP;
          case Node.Reply.Failed f -> throw new NoAnswer(f.outcome());
        };
    return new Wallet.Fees(tip, base.shiftLeft(1).add(tip));
  }

  /** JSON null while it is not mined. */
  JsonNode receipt(String hash) throws NoAnswer {
    return result(node.ask(session, "eth_getTransactionReceipt", TextNode.valueOf(hash)));
  }

  /** Whether the node knows it, mined or waiting. */
  boolean knows(String hash) throws NoAnswer {
    return transaction(hash).isObject();
  }

  /** JSON null where the node knows of none. */
  JsonNode transaction(String hash) throws NoAnswer {
    return result(node.ask(session, "eth_getTransactionByHash", TextNode.valueOf(hash)));
  }

  Node.Reply send(String raw) {
    return node.askText(session, "eth_sendRawTransaction", raw);
  }

  private static JsonNode result(Node.Reply reply) throws NoAnswer {
    return switch (reply) {
      case Node.Reply.Result r -> r.value();
      case Node.Reply.Declined d -> throw new NoAnswer(Node.declined(d));
      case Node.Reply.Failed f -> throw new NoAnswer(f.outcome());
    };
  }

  private static BigInteger number(Node.Reply reply) throws NoAnswer {
    return Quantity.read(result(reply))
        .orElseThrow(
            () -> new NoAnswer(new Outcome.Unknown(200, "the node's answer is unreadable")));
  }
}
