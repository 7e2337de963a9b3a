package io.ganglion.lab.evm;

import io.ganglion.lab.Scene;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes transactions and mines those that are due, in the order of their nonces. */
final class Pool {
  static final String TX = "tx";

  private static final int MAX_PENDING = 500;

  private Pool() {}

  /** Takes a transaction; its hash. */
  static String take(Scene scene, Tx tx) throws SQLException, Rpc.Declined {
    var objects = scene.objects(Chain.OWNER);
    var known = objects.find(TX, tx.hash()).map(thing -> Tx.of(thing.body()));
    if (known.isPresent() && !known.get().mined()) {
      throw new Rpc.Declined(Rpc.REFUSED, "already known");
    }
    check(scene, tx);
    var rival = pending(scene).stream().filter(other -> sameNonce(other, tx)).findFirst();
    if (rival.isPresent()) {
      if (!tx.outbids(rival.get())) {
        throw new Rpc.Declined(Rpc.REFUSED, "replacement transaction underpriced");
      }
      objects.remove(TX, rival.get().hash());
      scene.journal(tx.from(), "tx.replaced", rival.get().hash(), rival.get().body());
    }
    objects.add(TX, tx.hash(), tx.body());
    if (tx.due().isAfter(scene.now()) || tx.nonce() > Purse.of(scene, tx.from()).nonce()) {
      scene.journal(tx.from(), "tx.pending", tx.hash(), tx.body());
    }
    mine(scene);
    return tx.hash();
  }

  /** Mines all that is due. */
  static void mine(Scene scene) throws SQLException {
    var next = next(scene);
    while (next.isPresent()) {
      mine(scene, next.get());
      next = next(scene);
    }
  }

  /** The nonce of an address's next transaction, after those that wait. */
  static long nextNonce(Scene scene, String address) throws SQLException {
    long nonce = Purse.of(scene, address).nonce();
    var waiting =
        pending(scene).stream().filter(tx -> tx.from().equals(address)).map(Tx::nonce).toList();
    while (waiting.contains(nonce)) {
      nonce++;
    }
    return nonce;
  }

  private static void check(Scene scene, Tx tx) throws SQLException, Rpc.Declined {
    var purse = Purse.of(scene, tx.from());
    if (tx.nonce() < purse.nonce()) {
      throw new Rpc.Declined(
          Rpc.REFUSED,
          "nonce too low: next nonce %d, tx nonce %d".formatted(purse.nonce(), tx.nonce()));
    }
    if (tx.gas() < tx.gasUsed()) {
      throw new Rpc.Declined(
          Rpc.REFUSED,
          "intrinsic gas too low: gas %d, minimum needed %d".formatted(tx.gas(), tx.gasUsed()));
    }
    if (tx.tip().compareTo(tx.cap()) > 0) {
      throw new Rpc.Declined(Rpc.REFUSED, "max priority fee per gas higher than max fee per gas");
    }
    if (tx.cap().compareTo(Tx.BASE_FEE) < 0) {
      throw new Rpc.Declined(Rpc.REFUSED, "max fee per gas less than block base fee");
    }
    afford(purse, tx.worst());
  }

  /** Refuses what an address can't pay. */
  static void afford(Purse purse, BigInteger wei) throws Rpc.Declined {
    if (purse.balance().compareTo(wei) < 0) {
      throw new Rpc.Declined(
          Rpc.REFUSED,
          "insufficient funds for gas * price + value: address %s have %s want %s"
              .formatted(purse.address(), purse.balance(), wei));
    }
  }

  private static List<Tx> pending(Scene scene) throws SQLException {
    return scene.objects(Chain.OWNER).listWith(TX, "state", "pending", MAX_PENDING).stream()
        .map(thing -> Tx.of(thing.body()))
        .toList();
  }

  private static Optional<Tx> next(Scene scene) throws SQLException {
    var waiting = pending(scene).stream().sorted(Comparator.comparing(Tx::nonce)).toList();
    for (var tx : waiting) {
      var purse = Purse.of(scene, tx.from());
      boolean payable = purse.balance().compareTo(tx.value().add(tx.fee())) >= 0;
      if (!tx.due().isAfter(scene.now()) && purse.nonce() == tx.nonce() && payable) {
        return Optional.of(tx);
      }
    }
    return Optional.empty();
  }

  private static void mine(Scene scene, Tx tx) throws SQLException {
    var mined = tx.in(Chain.lock(scene).mine(scene).number());
    var paid = mined.reverted() ? mined.fee() : mined.value().add(mined.fee());
    Purse.of(scene, tx.from()).nextNonce().plus(paid.negate()).store(scene);
    if (!mined.reverted()) {
      Purse.of(scene, tx.to()).plus(mined.value()).store(scene);
    }
    scene.objects(Chain.OWNER).change(TX, tx.hash(), mined.body());
    scene.journal(tx.from(), "tx.mined", tx.hash(), mined.body());
  }

  private static boolean sameNonce(Tx one, Tx other) {
    return one.from().equals(other.from()) && one.nonce() == other.nonce();
  }
}
