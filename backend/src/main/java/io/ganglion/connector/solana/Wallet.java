package io.ganglion.connector.solana;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Credentials;
import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The one place that touches a private key: knows its address and signs. */
final class Wallet {
  /** Seed and public key. */
  private static final int KEY_BYTES = 64;

  private static final int SEED_BYTES = 32;
  private static final String ALGORITHM = "Ed25519";

  /** What RFC 8410 puts before a seed and before a public key. */
  private static final byte[] PRIVATE_HEAD =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PrivateKey key;
  private final byte[] address;

  private Wallet(PrivateKey key, byte[] address) {
    this.key = key;
    this.address = address;
  }

  /** Empty if the credentials hold no key, or one whose halves don't belong together. */
  static Optional<Wallet> open(Credentials credentials) {
    return bytes(credentials.values().path("private_key").asText(""))
        .flatMap(
            bytes -> {
              try {
                var factory = KeyFactory.getInstance(ALGORITHM);
                var seed = Arrays.copyOf(bytes, SEED_BYTES);
                var address = Arrays.copyOfRange(bytes, SEED_BYTES, KEY_BYTES);
                var key =
                    factory.generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_HEAD, seed)));
                var wallet = new Wallet(key, address);
                var proof = Signature.getInstance(ALGORITHM);
                proof.initVerify(
                    factory.generatePublic(new X509EncodedKeySpec(joined(PUBLIC_HEAD, address))));
                proof.update(address);
                return proof.verify(wallet.sign(address)) ? Optional.of(wallet) : Optional.empty();
              } catch (GeneralSecurityException e) {
                return Optional.empty();
              }
            });
  }

  byte[] address() {
    return address.clone();
  }

  String addressText() {
    return Base58.write(address);
  }

  byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is not to be had", e);
    }
  }

  private static Optional<byte[]> bytes(String text) {
    return text.startsWith("[") ? numbers(text) : Base58.read(text, KEY_BYTES);
  }

  private static Optional<byte[]> numbers(String text) {
    try {
      JsonNode list = Json.parse(text.getBytes(StandardCharsets.UTF_8));
      var bytes = new byte[KEY_BYTES];
      if (list.size() != KEY_BYTES) {
        return Optional.empty();
      }
      for (int i = 0; i < KEY_BYTES; i++) {
        bytes[i] = (byte) list.path(i).asInt();
      }
      return Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    var whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Wallet[%s]".formatted(addressText());
  }
}
