package io.ganglion.connector.evm;

import io.ganglion.connector.Credentials;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** The one place that touches a private key: derives its address and signs. */
final class Wallet {
  private static final Pattern KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");

  /**
   * A transaction ready to be sent; sending these bytes twice can't spend twice.
   *
   * @param raw signed, in hexadecimal
   * @param hash what the chain will call it
   */
  record Signed(String raw, String hash) {}

  /** What is signed, all numbers in wei or as counted by the chain. */
  record Transfer(
      long chainId,
      BigInteger nonce,
      BigInteger gasLimit,
      String to,
      BigInteger value,
      String data,
      Fees fees) {}

  /** The most a unit of gas may cost, in wei. */
  record Fees(BigInteger tip, BigInteger cap) {}

  private final org.web3j.crypto.Credentials key;

  private Wallet(org.web3j.crypto.Credentials key) {
    this.key = key;
  }

  /** Empty if the credentials hold no private key of 32 bytes. */
  static Optional<Wallet> open(Credentials credentials) {
    var text = credentials.values().path("private_key").asText("");
    return KEY.matcher(text).matches()
        ? Optional.of(new Wallet(org.web3j.crypto.Credentials.create(text)))
        : Optional.empty();
  }

  /** In lower case. */
  String address() {
    return key.getAddress().toLowerCase(Locale.ROOT);
  }

  /** An EIP-1559 transaction. */
  Signed sign(Transfer transfer) {
    var unsigned =
        RawTransaction.createTransaction(
            transfer.chainId(),
            transfer.nonce(),
            transfer.gasLimit(),
            transfer.to(),
            transfer.value(),
            transfer.data(),
            transfer.fees().tip(),
            transfer.fees().cap());
    var bytes = TransactionEncoder.signMessage(unsigned, key);
    return new Signed(Numeric.toHexString(bytes), Numeric.toHexString(Hash.sha3(bytes)));
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Wallet[%s]".formatted(address());
  }
}
