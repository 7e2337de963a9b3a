package io.ganglion.lab.solana;

import io.ganglion.kernel.Base58;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A transaction as it comes over the wire: of the first ("legacy") version, with one transfer of
 * the system program.
 */
record SignedTransfer(
    String signature, String from, String to, long lamports, String blockhash, boolean genuine) {
  private static final int ADDRESS = 32;
  private static final int SIGNATURE = 64;
  private static final int TRANSFER = 2;
  private static final String PROGRAM = "1".repeat(ADDRESS);
  private static final byte[] KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Reads the Base64 of a transaction. */
  static SignedTransfer read(String text) throws Rpc.Declined {
    try {
      var bytes = Base64.getDecoder().decode(text);
      return read(bytes);
    } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new Rpc.Declined(
          Rpc.INVALID_PARAMETERS, "failed to deserialize VersionedTransaction", "");
    }
  }

  private static SignedTransfer read(byte[] bytes) throws Rpc.Declined {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.get() != 1) {
      throw unsupported("one signature");
    }
    var signature = take(in, SIGNATURE);
    var message = Arrays.copyOfRange(bytes, in.position(), bytes.length);
    if (in.get() != 1 || in.get() != 0 || in.get() != 1) {
      throw unsupported("one signer and one program");
    }
    var accounts = new ArrayList<String>();
    for (int left = in.get(); left > 0; left--) {
      accounts.add(Base58.write(take(in, ADDRESS)));
    }
    var blockhash = Base58.write(take(in, ADDRESS));
    if (in.get() != 1 || !accounts.get(in.get()).equals(PROGRAM) || in.get() != 2) {
      throw unsupported("one instruction of the system program");
    }
    var from = accounts.get(in.get());
    var to = accounts.get(in.get());
    if (in.get() != 12 || in.getInt() != TRANSFER) {
      throw unsupported("a transfer");
    }
    long lamports = in.getLong();
    if (in.hasRemaining() || lamports < 0) {
      throw new IllegalArgumentException("more than a transaction");
    }
    return new SignedTransfer(
        Base58.write(signature), from, to, lamports, blockhash, genuine(from, message, signature));
  }

  private static boolean genuine(String from, byte[] message, byte[] signature) {
    try {
      var key = Base58.read(from, ADDRESS).orElseThrow();
      var encoded = Arrays.copyOf(KEY_HEAD, KEY_HEAD.length + ADDRESS);
      System.arraycopy(key, 0, encoded, KEY_HEAD.length, ADDRESS);
      var check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] take(ByteBuffer in, int length) {
    var taken = new byte[length];
    in.get(taken);
    return taken;
  }

  private static Rpc.Declined unsupported(String what) {
    return new Rpc.Declined(
        Rpc.INVALID_PARAMETERS, "this chain takes transactions with %s only".formatted(what), "");
  }
}
