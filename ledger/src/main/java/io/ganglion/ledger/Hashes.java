package io.ganglion.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** The ledger's hash function. */
final class Hashes {
  private Hashes() {}

  /**
   * @param previous 64 hexadecimal digits
   */
  static String of(String previous, ObjectNode content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(previous));
      digest.update(canonical(content).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 8785. */
  private static String canonical(ObjectNode content) {
    try {
      return new JsonCanonicalizer(content.toString()).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
