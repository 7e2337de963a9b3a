package io.ganglion.lab.evm;

import java.math.BigInteger;
import java.security.SignatureException;
import java.time.Instant;
import java.util.Locale;
import org.web3j.crypto.Hash;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.utils.Numeric;

/** Reads raw transactions and recovers who signed them. */
final class SignedTx {
  private SignedTx() {}

  /**
   * Reads a legacy (EIP-155) or EIP-1559 transaction.
   *
   * @param due when a block may take it
   */
  static Tx read(String raw, Instant due) throws Rpc.Declined {
    var hex = Hex.data(raw);
    var signed = decode(hex);
    var to = signed.getTo() == null ? "" : signed.getTo().toLowerCase(Locale.ROOT);
    if (to.isEmpty() || to.equals("0x")) {
      throw new Rpc.Declined(Rpc.REFUSED, "contract creation is not supported on this chain");
    }
    var data = signed.getData() == null ? "" : Numeric.cleanHexPrefix(signed.getData());
    return new Tx(
        Numeric.toHexString(Hash.sha3(Numeric.hexStringToByteArray(hex))),
        sender(signed),
        Hex.address(Numeric.prependHexPrefix(to)),
        signed.getNonce().longValueExact(),
        signed.getValue() == null ? BigInteger.ZERO : signed.getValue(),
        Hex.data("0x" + data),
        signed.getGasLimit().longValueExact(),
        tip(signed),
        cap(signed),
        due,
        0,
        false);
  }

  private static SignedRawTransaction decode(String hex) throws Rpc.Declined {
    try {
      if (TransactionDecoder.decode(hex) instanceof SignedRawTransaction signed) {
        return signed;
      }
    } catch (RuntimeException e) { // the library throws whatever the bytes make it throw
      throw new Rpc.Declined(Rpc.REFUSED, "rlp: the transaction can't be decoded");
    }
    throw new Rpc.Declined(Rpc.REFUSED, "transaction without signature");
  }

  private static String sender(SignedRawTransaction signed) throws Rpc.Declined {
    if (chain(signed) != Chain.ID) {
      throw new Rpc.Declined(Rpc.REFUSED, "invalid sender: wrong chain id");
    }
    try {
      return signed.getFrom().toLowerCase(Locale.ROOT);
    } catch (SignatureException | RuntimeException e) { // a signature that no key could have made
      throw new Rpc.Declined(Rpc.REFUSED, "invalid sender: bad signature");
    }
  }

  /** Legacy transactions hide it in the signature: v = 35 + 2 × chain id + parity. */
  private static long chain(SignedRawTransaction signed) {
    if (signed.getTransaction() instanceof Transaction1559 modern) {
      return modern.getChainId();
    }
    var v = Numeric.toBigInt(signed.getSignatureData().getV()).longValue();
    return v >= 35 ? (v - 35) / 2 : 0;
  }

  private static BigInteger tip(SignedRawTransaction signed) {
    return signed.getTransaction() instanceof Transaction1559 modern
        ? modern.getMaxPriorityFeePerGas()
        : signed.getGasPrice().subtract(Tx.BASE_FEE).max(BigInteger.ZERO);
  }

  private static BigInteger cap(SignedRawTransaction signed) {
    return signed.getTransaction() instanceof Transaction1559 modern
        ? modern.getMaxFeePerGas()
        : signed.getGasPrice();
  }
}
