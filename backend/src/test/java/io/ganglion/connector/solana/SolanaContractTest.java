package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Connector;
import io.ganglion.connector.ConnectorContract;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Subject;
import io.ganglion.connector.Waiting;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SolanaContractTest extends ConnectorContract {
  @Override
  protected Subject subject() {
    return new Devnet();
  }

  /** A chain that takes each transaction at once; it checks signatures and blockhashes. */
  static final class Devnet implements Subject {
    private static final String GENESIS =
        Base58.write(
            Json.sha256("genesis")
                .substring(0, 32)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    private static final byte[] BLOCKHASH = Arrays.copyOf(new byte[] {7, 7, 7}, 32);
    private final byte[] key = Keys.fresh();
    private final String to = Keys.address(Keys.fresh());
    private final Map<String, ObjectNode> taken = new LinkedHashMap<>();

    @Override
    public Connector connector(Egress egress, Clock clock) {
      return new SolanaConnector(
          new Node(egress, clock, Duration.ofMillis(700)),
          new Waiting(Duration.ofMillis(1), Duration.ofSeconds(2)));
    }

    @Override
    public JsonNode credentials() {
      return Json.object()
          .put("private_key", Base58.write(key))
          .put("rpc_token", "rpc-token-secret");
    }

    @Override
    public String principal() {
      return GENESIS + ":" + Keys.address(key);
    }

    @Override
    public String action() {
      return "transfer";
    }

    @Override
    public JsonNode arguments(PlatformServer platform) {
      return Json.object().put("to", to).put("lamports", "1000000000");
    }

    @Override
    public boolean makesEffect(Request request) {
      return request.body().contains("sendTransaction");
    }

    @Override
    public int effects() {
      return taken.size();
    }

    @Override
    public String reference() {
      return taken.keySet().iterator().next();
    }

    @Override
    public RetryClass retryClass() {
      return RetryClass.IDEMPOTENT;
    }

    @Override
    public List<Class<? extends Outcome>> whenSentTwice() {
      return List.of(Outcome.Landed.class);
    }

    @Override
    public Map<String, Runnable> nearMisses(Act act) {
      var misses = new LinkedHashMap<String, Runnable>();
      misses.put(
          "an equal transfer under another signature",
          () -> taken.put(Base58.write(new byte[64]), status("finalized")));
      misses.put(
          "the same one, not confirmed yet",
          () -> taken.put(act.handle().path("signature").asText(), status("processed")));
      return misses;
    }

    @Override
    public Reply on(Request request) {
      if (!request.headers().getOrDefault("authorization", "").equals("Bearer rpc-token-secret")) {
        return Reply.json(401, "{}");
      }
      var body = Json.read(request.body());
      var first = body.path("params").path(0);
      return switch (body.path("method").asText()) {
        case "getGenesisHash" -> result(TextNode.valueOf(GENESIS));
        case "getLatestBlockhash" ->
            value(
                Json.object()
                    .put("blockhash", Base58.write(BLOCKHASH))
                    .put("lastValidBlockHeight", 1_150));
        case "getFeeForMessage" -> value(Json.mapper().getNodeFactory().numberNode(5_000));
        case "getBalance" -> value(Json.mapper().getNodeFactory().numberNode(5_000_000_000L));
        case "simulateTransaction" -> value(Json.object().putNull("err"));
        case "getEpochInfo" ->
            result(Json.object().put("absoluteSlot", 1_000).put("blockHeight", 1_000));
        case "getSignatureStatuses" -> {
          var known = taken.get(first.path(0).asText());
          yield value(
              Json.mapper().createArrayNode().add(known == null ? NullNode.getInstance() : known));
        }
        case "sendTransaction" -> send(first.asText());
        default -> error(-32601, "Method not found", "");
      };
    }

    private Reply send(String raw) {
      var bytes = Base64.getDecoder().decode(raw);
      var signature = Arrays.copyOfRange(bytes, 1, 65);
      var message = Arrays.copyOfRange(bytes, 65, bytes.length);
      var name = Base58.write(signature);
      if (taken.containsKey(name)) {
        return error(
            -32002,
            "Transaction simulation failed: This transaction has already been processed",
            "AlreadyProcessed");
      }
      var from = Arrays.copyOfRange(message, 4, 36);
      boolean good =
          bytes[0] == 1
              && Base58.write(from).equals(Keys.address(key))
              && Base58.write(Arrays.copyOfRange(message, 36, 68)).equals(to)
              && Arrays.equals(Arrays.copyOfRange(message, 100, 132), BLOCKHASH)
              && Keys.signed(from, message, signature);
      if (!good) {
        return error(-32003, "Transaction signature verification failure", "");
      }
      taken.put(name, status("confirmed"));
      return result(TextNode.valueOf(name));
    }

    private static ObjectNode status(String level) {
      var status = Json.object().put("slot", 1_000).put("confirmations", 1).putNull("err");
      return status.put("confirmationStatus", level);
    }

    private static Reply value(JsonNode value) {
      var result = Json.object();
      result.putObject("context").put("slot", 1_000);
      return result(result.set("value", value));
    }

    private static Reply result(JsonNode value) {
      var reply = Json.object().put("jsonrpc", "2.0").put("id", 1);
      return Reply.json(200, reply.set("result", value));
    }

    private static Reply error(int code, String message, String name) {
      var reply = Json.object().put("jsonrpc", "2.0").put("id", 1);
      var error = reply.putObject("error").put("code", code).put("message", message);
      if (!name.isEmpty()) {
        error.putObject("data").put("err", name);
      }
      return Reply.json(200, reply);
    }
  }
}
