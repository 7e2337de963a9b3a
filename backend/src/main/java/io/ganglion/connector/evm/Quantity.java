package io.ganglion.connector.evm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as JSON-RPC writes them: {@code 0x} and hexadecimal digits. */
final class Quantity {
  private static final Pattern SHAPE = Pattern.compile("0x[0-9a-fA-F]{1,64}");

  private Quantity() {}

  /** Empty for what is no quantity. */
  static Optional<BigInteger> read(JsonNode node) {
    return SHAPE.matcher(node.asText("")).matches()
        ? Optional.of(new BigInteger(node.asText().substring(2), 16))
        : Optional.empty();
  }

  static String write(BigInteger number) {
    return "0x" + number.toString(16);
  }
}
