package io.ganglion.connector.solana;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * What is signed for a transfer of SOL: a message of the first ("legacy") version, with one
 * instruction of the system program.
 *
 * @see <a href="https://solana.com/docs/core/transactions">Solana: transactions, wire format</a>
 */
final class TransferMessage {
  /** The system program's address is 32 zero bytes. */
  private static final byte[] SYSTEM_PROGRAM = new byte[32];

  /** Its instruction "transfer", by its place in the list of instructions. */
  private static final int TRANSFER = 2;

  private TransferMessage() {}

  static byte[] write(byte[] from, byte[] to, long lamports, byte[] blockhash) {
    boolean own = Arrays.equals(from, to);
    var accounts = own ? List.of(from, SYSTEM_PROGRAM) : List.of(from, to, SYSTEM_PROGRAM);
    var message = new ByteArrayOutputStream();
    message.write(1); // signatures needed: the first account's
    message.write(0); // of those that sign, how many are only read
    message.write(1); // of the others, how many are only read: the program
    count(message, accounts.size());
    accounts.forEach(message::writeBytes);
    message.writeBytes(blockhash);
    count(message, 1); // instructions
    message.write(accounts.size() - 1); // the program
    count(message, 2);
    message.write(0);
    message.write(own ? 0 : 1);
    var data =
        ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(TRANSFER).putLong(lamports);
    count(message, data.capacity());
    message.writeBytes(data.array());
    return message.toByteArray();
  }

  /** A transaction: the signatures, then what they sign. */
  static byte[] signed(byte[] signature, byte[] message) {
    var transaction = new ByteArrayOutputStream();
    count(transaction, 1);
    transaction.writeBytes(signature);
    transaction.writeBytes(message);
    return transaction.toByteArray();
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private static void count(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
