package io.ganglion.connector.solana;

import io.ganglion.kernel.Base58;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Key pairs and signatures of tests, by the JDK alone. */
final class Keys {
  private static final int HEAD = 12;

  private Keys() {}

  /** Seed and public key, as wallets keep them. */
  static byte[] fresh() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var whole = Arrays.copyOf(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), 64);
      System.arraycopy(pair.getPublic().getEncoded(), HEAD, whole, 32, 32);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String address(byte[] pair) {
    return Base58.write(Arrays.copyOfRange(pair, 32, 64));
  }

  static boolean signed(byte[] address, byte[] message, byte[] signature) {
    try {
      var encoded =
          HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(address));
      var check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
