package io.ganglion.lab.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Content identifiers of version 1. Those of files are the real ones; those of records have the
 * real form, of a hash over JSON instead of CBOR.
 */
final class Cid {
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final byte RAW = 0x55;
  private static final byte DAG_CBOR = 0x71;

  private Cid() {}

  static String of(JsonNode record) {
    return of(DAG_CBOR, Json.canonical(record).getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] file) {
    return of(RAW, file);
  }

  private static String of(byte codec, byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(content);
      var bytes = new byte[4 + digest.length];
      bytes[0] = 1;
      bytes[1] = codec;
      bytes[2] = 0x12; // SHA-256
      bytes[3] = 0x20; // 32 bytes
      System.arraycopy(digest, 0, bytes, 4, digest.length);
      return "b" + base32(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Without padding. */
  private static String base32(byte[] bytes) {
    int digits = Math.ceilDiv(bytes.length * 8, 5);
    var number = new BigInteger(1, bytes).shiftLeft(digits * 5 - bytes.length * 8);
    var text = new StringBuilder();
    for (int i = digits - 1; i >= 0; i--) {
      text.append(DIGITS.charAt(number.shiftRight(i * 5).intValue() & 31));
    }
    return text.toString();
  }
}
