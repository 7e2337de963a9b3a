package io.ganglion.lab.solana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Balances, and the transactions that move them. */
final class Bank {
  static final String TX = "tx";

  /** Of one signature. */
  static final long FEE = 5_000;

  /** An address with less, and no data, would have to pay rent; the chain refuses to make it. */
  static final long RENT_EXEMPT = 890_880;

  /** 100 SOL. */
  private static final long GRANT = 100_000_000_000L;

  private static final String PENDING = "pending";
  private static final String ADDRESS = "address";
  private static final int MAX_PENDING = 500;

  private Bank() {}

  static long balance(Scene scene, String address) throws SQLException {
    return Slots.chain(scene)
        .find(ADDRESS, address)
        .map(thing -> thing.body().path("lamports").asLong())
        .orElse(0L);
  }

  /** Gives an account of the laboratory its first money, once. */
  static void fund(Scene scene) throws SQLException {
    Slots.chain(scene).lock(ADDRESS, scene.account(), Json.object().put("lamports", GRANT));
  }

  /** Takes a transaction; its signature. */
  static String take(Scene scene, SignedTransfer transfer) throws SQLException, Rpc.Declined {
    if (state(scene, transfer.signature()).equals(PENDING)) {
      return transfer.signature(); // on its way already
    }
    check(scene, transfer);
    var due = scene.now().plus(scene.miningDelay());
    var body =
        Json.object()
            .put("state", PENDING)
            .put("from", transfer.from())
            .put("to", transfer.to())
            .put("lamports", transfer.lamports())
            .put("blockhash", transfer.blockhash())
            .put("due_ms", due.toEpochMilli());
    Slots.chain(scene).add(TX, transfer.signature(), body);
    if (due.isAfter(scene.now())) {
      scene.journal(transfer.from(), "tx.pending", transfer.signature(), body);
    }
    work(scene);
    return transfer.signature();
  }

  /** What the runtime would refuse now. */
  static void check(Scene scene, SignedTransfer transfer) throws SQLException, Rpc.Declined {
    if (!transfer.genuine()) {
      throw new Rpc.Declined(Rpc.BAD_SIGNATURE, "Transaction signature verification failure", "");
    }
    if (state(scene, transfer.signature()).equals("landed")) {
      throw refused("This transaction has already been processed", "AlreadyProcessed");
    }
    var last = Slots.lastValid(scene, transfer.blockhash());
    if (last.isEmpty() || Slots.lock(scene).at(scene.now()) > last.getAsLong()) {
      throw refused("Blockhash not found", "BlockhashNotFound");
    }
    long balance = balance(scene, transfer.from());
    if (balance < FEE) {
      throw refused(
          "Attempt to debit an account but found no record of a prior credit.", "AccountNotFound");
    }
    if (balance - FEE < transfer.lamports()) {
      throw refused(
          "Error processing Instruction 0: custom program error: 0x1", "InsufficientFundsForFee");
    }
    if (balance(scene, transfer.to()) + transfer.lamports() < RENT_EXEMPT) {
      throw refused(
          "Transaction results in an account (1) with insufficient funds for rent",
          "InsufficientFundsForRent");
    }
  }

  /** Lands all that is due; what came due after its blockhash was over is dropped. */
  static void work(Scene scene) throws SQLException {
    var slots = Slots.lock(scene);
    for (var thing : Slots.chain(scene).listWith(TX, "state", PENDING, MAX_PENDING).reversed()) {
      var due = Instant.ofEpochMilli(thing.body().path("due_ms").asLong());
      if (!due.isAfter(scene.now())) {
        land(scene, thing, slots.at(due));
      }
    }
  }

  /** Empty too for what a search lag still hides. */
  static Optional<ObjectNode> landed(Scene scene, String signature) throws SQLException {
    return find(scene, signature)
        .filter(Thing::visible)
        .map(Thing::body)
        .filter(body -> body.path("state").asText().equals("landed"));
  }

  /** Empty for one that was never taken. */
  private static String state(Scene scene, String signature) throws SQLException {
    return find(scene, signature).map(thing -> thing.body().path("state").asText()).orElse("");
  }

  private static Optional<Thing> find(Scene scene, String signature) throws SQLException {
    return Slots.chain(scene).find(TX, signature);
  }

  private static void land(Scene scene, Thing thing, long slot) throws SQLException {
    var body = thing.body();
    var from = body.path("from").asText();
    long lamports = body.path("lamports").asLong();
    var last = Slots.lastValid(scene, body.path("blockhash").asText());
    if (last.isEmpty() || slot > last.getAsLong() || balance(scene, from) < lamports + FEE) {
      Slots.chain(scene).change(TX, thing.id(), body.put("state", "dropped"));
      scene.journal(from, "tx.dropped", thing.id(), body);
      return;
    }
    move(scene, from, -lamports - FEE);
    move(scene, body.path("to").asText(), lamports);
    Slots.chain(scene).change(TX, thing.id(), body.put("state", "landed").put("slot", slot));
    scene.journal(from, "tx.landed", thing.id(), body);
  }

  private static void move(Scene scene, String address, long lamports) throws SQLException {
    var chain = Slots.chain(scene);
    var now = chain.lock(ADDRESS, address, Json.object().put("lamports", 0)).body();
    long balance = Math.addExact(now.path("lamports").asLong(), lamports);
    if (balance < 0) {
      throw new IllegalStateException("%s would have %d lamports".formatted(address, balance));
    }
    chain.change(ADDRESS, address, now.put("lamports", balance));
  }

  private static Rpc.Declined refused(String why, String error) {
    return new Rpc.Declined(Rpc.PREFLIGHT, "Transaction simulation failed: " + why, error);
  }
}
