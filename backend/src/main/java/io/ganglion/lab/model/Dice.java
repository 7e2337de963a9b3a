package io.ganglion.lab.model;

import io.ganglion.kernel.Json;
import java.util.HexFormat;

/** Chance that is the same each time: a number that depends on nothing but a text. */
final class Dice {
  private Dice() {}

  /** Evenly spread over [0, 1). */
  static double roll(String text) {
    // 52 bits: what a double holds exactly
    return HexFormat.fromHexDigitsToLong(Json.sha256(text).substring(0, 13)) * 0x1.0p-52;
  }

  /** Evenly spread over 0 … sides − 1. */
  static int pick(String text, int sides) {
    return (int) (roll(text) * sides);
  }
}
