package io.ganglion.lab.evm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A transaction that the node has taken.
 *
 * @param tip highest price above the base fee, in wei a unit of gas
 * @param cap highest price in all, in wei a unit of gas
 * @param due when a block may take it
 * @param block zero while it is pending
 */
record Tx(
    String hash,
    String from,
    String to,
    long nonce,
    BigInteger value,
    String data,
    long gas,
    BigInteger tip,
    BigInteger cap,
    Instant due,
    long block,
    boolean reverted) {
  /** One gwei: what a unit of gas costs at least, always. */
  static final BigInteger BASE_FEE = BigInteger.valueOf(1_000_000_000);

  /** Sending to this address reverts. */
  static final String REVERTING = "0x00000000000000000000000000000000baadf00d";

  private static final long PLAIN_GAS = 21_000;
  private static final long ZERO_BYTE_GAS = 4;
  private static final long BYTE_GAS = 16;

  static Tx of(ObjectNode body) {
    return new Tx(
        body.path("hash").asText(),
        body.path("from").asText(),
        body.path("to").asText(),
        body.path("nonce").asLong(),
        new BigInteger(body.path("value").asText()),
        body.path("data").asText(),
        body.path("gas").asLong(),
        new BigInteger(body.path("tip").asText()),
        new BigInteger(body.path("cap").asText()),
        Instant.ofEpochMilli(body.path("due_ms").asLong()),
        body.path("block").asLong(),
        body.path("reverted").asBoolean());
  }

  /** Gas of a call without code. */
  static long gasFor(String data) {
    long gas = PLAIN_GAS;
    for (int i = 2; i < data.length(); i += 2) {
      gas += data.startsWith("00", i) ? ZERO_BYTE_GAS : BYTE_GAS;
    }
    return gas;
  }

  /** As it is stored, and journalled. */
  ObjectNode body() {
    return Json.object()
        .put("hash", hash)
        .put("from", from)
        .put("to", to)
        .put("nonce", nonce)
        .put("value", value.toString())
        .put("data", data)
        .put("gas", gas)
        .put("tip", tip.toString())
        .put("cap", cap.toString())
        .put("due_ms", due.toEpochMilli())
        .put("block", block)
        .put("reverted", reverted)
        // one text for what is pending, so that it can be found
        .put("state", block == 0 ? "pending" : "mined");
  }

  boolean mined() {
    return block != 0;
  }

  long gasUsed() {
    return gasFor(data);
  }

  /** What a unit of gas costs in the end, in wei. */
  BigInteger price() {
    return cap.min(BASE_FEE.add(tip));
  }

  BigInteger fee() {
    return price().multiply(BigInteger.valueOf(gasUsed()));
  }

  /** Most wei it may take from its sender. */
  BigInteger worst() {
    return value.add(cap.multiply(BigInteger.valueOf(gas)));
  }

  /** A tenth more on both prices, as nodes ask of a replacement. */
  boolean outbids(Tx other) {
    return outbids(tip, other.tip) && outbids(cap, other.cap);
  }

  Tx in(long number) {
    return new Tx(
        hash, from, to, nonce, value, data, gas, tip, cap, due, number, to.equals(REVERTING));
  }

  private static boolean outbids(BigInteger mine, BigInteger theirs) {
    var ten = BigInteger.TEN;
    return mine.multiply(ten).compareTo(theirs.multiply(BigInteger.valueOf(11))) >= 0;
  }
}
