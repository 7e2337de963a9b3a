package io.ganglion.trial.scenario;

import io.ganglion.kernel.Json;
import java.util.HexFormat;

/**
 * What chance makes of one world: each question has an answer of its own, whoever asks it and when.
 *
 * @param origin scenario, version and seed
 */
public record Seeded(String origin) {
  /** Letters that nobody confuses with digits. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

  private static final int CODE = 8;

  public static Seeded of(String scenario, int version, long seed) {
    return new Seeded("%s|%d|%d".formatted(scenario, version, seed));
  }

  /** Evenly spread over [0, 1). */
  public double roll(String question) {
    return (number(question) >>> 11) * 0x1.0p-53;
  }

  /** Evenly spread over the integers from {@code from} to {@code to}. */
  public int between(String question, int from, int to) {
    return from + (int) (roll(question) * (to - from + 1));
  }

  /** Any number. */
  public long number(String question) {
    return HexFormat.fromHexDigitsToLong(Json.sha256(origin + "|" + question).substring(0, 16));
  }

  /** Eight letters, to tell worlds apart. */
  public String code(String question) {
    var code = new StringBuilder();
    for (int i = 0; i < CODE; i++) {
      code.append(LETTERS.charAt(between(question + "|" + i, 0, LETTERS.length() - 1)));
    }
    return code.toString();
  }
}
