package io.ganglion.lab.solana;

import io.ganglion.kernel.Base58;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * The slots of a tenant's chain, one each 400 ms since it began; each has a block, so that heights
 * are slots.
 *
 * @param began when slot 0 was
 */
record Slots(Instant began) {
  static final Duration PERIOD = Duration.ofMillis(400);

  /** So many blocks after a blockhash's own a transaction that names it may land. */
  static final long BLOCKHASH_LIFE = 150;

  /** After so many slots nothing can be taken back. */
  static final long FINAL_AFTER = 32;

  /** A chain has some past. */
  private static final long FIRST = 1_000;

  /** Who owns what the addresses of a chain share. */
  static final String OWNER = "chain";

  private static final String KIND = "chain";
  private static final String ONLY = "head";
  private static final String BLOCKHASH = "blockhash";

  static Objects chain(Scene scene) {
    return scene.objects(OWNER);
  }

  /** Takes the chain's lock until the commit. */
  static Slots lock(Scene scene) throws SQLException {
    var first =
        Json.object().put("began_ms", scene.now().minus(PERIOD.multipliedBy(FIRST)).toEpochMilli());
    var body = chain(scene).lock(KIND, ONLY, first).body();
    return new Slots(Instant.ofEpochMilli(body.path("began_ms").asLong()));
  }

  long at(Instant time) {
    return Duration.between(began, time).toMillis() / PERIOD.toMillis();
  }

  Instant time(long slot) {
    return began.plus(PERIOD.multipliedBy(slot));
  }

  static String genesis(Scene scene) {
    return hash(scene.tenant() + "|genesis");
  }

  /** The newest blockhash, which is remembered. */
  String blockhash(Scene scene) throws SQLException {
    long slot = at(scene.now());
    var hash = hash(scene.tenant() + "|" + slot);
    chain(scene).lock(BLOCKHASH, hash, Json.object().put("slot", slot));
    return hash;
  }

  /**
   * The last slot in which a transaction that names it may land; empty if there was no such block.
   */
  static OptionalLong lastValid(Scene scene, String blockhash) throws SQLException {
    var found = chain(scene).find(BLOCKHASH, blockhash);
    return found.isPresent()
        ? OptionalLong.of(found.get().body().path("slot").asLong() + BLOCKHASH_LIFE)
        : OptionalLong.empty();
  }

  /** How firmly a block of the past stands. */
  String commitment(long slot, Instant now) {
    long age = at(now) - slot;
    return age >= FINAL_AFTER ? "finalized" : age >= 1 ? "confirmed" : "processed";
  }

  private static String hash(String text) {
    return Base58.write(HexFormat.of().parseHex(Json.sha256(text)));
  }
}
