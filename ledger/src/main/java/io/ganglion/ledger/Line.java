package io.ganglion.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A sealed row.
 *
 * @param seq from 1, without a gap
 * @param previous hash of the line before, 64 zeros for the first; lower-case hexadecimal, as
 *     {@code hash}
 * @param hash SHA-256 over the 32 bytes of {@code previous} and the RFC 8785 form of the line
 *     without this member
 */
public record Line(String tenant, long seq, Row row, String previous, String hash) {
  /** What stands before the first line. */
  public static final String GENESIS = "0".repeat(64);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Seals a row behind another. */
  public static Line after(String tenant, long seq, Row row, String previous) {
    var open = new Line(tenant, seq, row, previous, "");
    return new Line(tenant, seq, row, previous, Hashes.of(previous, open.content()));
  }

  /**
   * What a line tells, without a look at the chain.
   *
   * @param text as {@link #toJson} gave it
   */
  public static Row told(String text) {
    try {
      return Rows.read(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The line as it is exported. */
  public ObjectNode toJson() {
    return content().put("hash", hash);
  }

  /** What the hash is made of, beside the one before. */
  private ObjectNode content() {
    return Rows.write(row).put("tenant", tenant).put("seq", seq).put("prev_hash", previous);
  }
}
