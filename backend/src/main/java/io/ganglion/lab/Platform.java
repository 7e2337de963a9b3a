package io.ganglion.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A platform that the laboratory can simulate; named like the connector. */
public enum Platform {
  X,
  INSTAGRAM,
  MODEL,
  IMAGE,
  BINANCE,
  EVM,
  BLUESKY,
  TELEGRAM,
  SOLANA,
  SLACK,
  DISCORD,
  ANTHROPIC,
  REPLICATE,
  IMGFLIP,
  KRAKEN,
  ALPACA;

  /** The connector's name and the path below {@code /lab}, e.g. {@code x}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Platform> of(String word) {
    return Arrays.stream(values()).filter(platform -> platform.word().equals(word)).findFirst();
  }

  /**
   * As {@link #of}, for callers who must name one.
   *
   * @throws io.ganglion.kernel.InvalidRequest if there is no such platform
   */
  public static Platform named(String word) {
    return of(word).orElseThrow(LabProblem::noPlatform);
  }
}
