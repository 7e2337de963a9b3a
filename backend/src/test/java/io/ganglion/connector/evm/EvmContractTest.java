package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Finding;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

class EvmContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Devnet();
  }

  /** A chain that mines each transaction at once; it checks signatures, nonces and chain id. */
  static final class Devnet implements Subject {
    private static final String KEY =
        "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private static final String ADDRESS = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
    private static final String TO = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    private final Map<String, ObjectNode> mined = new LinkedHashMap<>();

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new EvmConnector(
          new Node(egress, clock, Duration.ofMillis(700)),
          new Waiting(Duration.ofMillis(1), Duration.ofSeconds(2)));
    }

    @Override
    public JsonNode credentials() {
      return Json.object().put("private_key", KEY).put("rpc_token", "rpc-token-secret");
    }

    @Override
    public String principal() {
      return "31337:" + ADDRESS;
    }

    @Override
    public String action() {
      return "sendTransaction";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("to", TO).put("value_wei", "1000000000000000000");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.body().contains("eth_sendRawTransaction");
    }

    @Override
    public int effects() {
      return mined.size();
    }

    @Override
    public String reference() {
      return mined.keySet().iterator().next();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.IDEMPOTENT;
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put("an equal transaction of another hash", () -> mined.put("0x99", receipt("0x99")));
      return misses;
    }

    @Override
    public Class<? extends Finding> whenNothingLanded() {
      return Finding.Inconclusive.class;
    }

    @Override
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("authorization", "").equals("Bearer rpc-token-secret")) {
        return Reply.json(401, "{}");
      }
      var body = Json.read(request.body());
      var first = body.path("params").path(0);
      return switch (body.path("method").asText()) {
        case "eth_chainId" -> result("0x7a69");
        case "eth_blockNumber" -> result("0x10");
        case "eth_call" -> result("0x");
        case "eth_estimateGas" -> result("0x5208");
        case "eth_getBalance" -> result("0x21e19e0c9bab2400000");
        case "eth_maxPriorityFeePerGas" -> error(-32601, "method not found");
        case "eth_getTransactionCount" -> result("0x" + Integer.toString(mined.size(), 16));
        case "eth_getBlockByNumber" -> result(Json.object().put("baseFeePerGas", "0x3b9aca00"));
        case "eth_getTransactionReceipt", "eth_getTransactionByHash" ->
            result(mined.get(first.asText()));
        case "eth_sendRawTransaction" -> send(first.asText());
        default -> error(-32601, "method not found");
      };
    }

    private Reply send(String raw) {
      var hash = Hash.sha3(raw);
      if (mined.containsKey(hash)) {
        return error(-32000, "nonce too low: next nonce 1, tx nonce 0");
      }
      var transaction = (SignedRawTransaction) TransactionDecoder.decode(raw);
      if (!transaction.getTo().toLowerCase(Locale.ROOT).equals(TO)
          || !transaction.getNonce().equals(BigInteger.valueOf(mined.size()))
          || ((Transaction1559) transaction.getTransaction()).getChainId() != 31_337
          || !from(transaction).equals(ADDRESS)) {
        return error(-32000, "invalid transaction");
      }
      mined.put(hash, receipt(hash));
      return result(hash);
    }

    private static String from(SignedRawTransaction transaction) {
      try {
        return transaction.getFrom().toLowerCase(Locale.ROOT);
      } catch (SignatureException e) {
        return "";
      }
    }

    private static ObjectNode receipt(String hash) {
      return Json.object()
          .put("transactionHash", hash)
          .put("blockNumber", "0x10")
          .put("status", "0x1")
          .put("gasUsed", "0x5208")
          .put("effectiveGasPrice", "0x3b9aca00");
    }

    private static Reply result(@Nullable Object value) {
      var reply = Json.object().put("jsonrpc", "2.0").put("id", 1);
      reply.set("result", Json.mapper().valueToTree(value));
      return Reply.json(200, reply);
    }

    private static Reply error(int code, String message) {
      var reply = Json.object().put("jsonrpc", "2.0").put("id", 1);
      reply.putObject("error").put("code", code).put("message", message);
      return Reply.json(200, reply);
    }
  }
}
