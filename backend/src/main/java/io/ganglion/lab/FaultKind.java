package io.ganglion.lab;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ganglion.kernel.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What goes wrong. "Before": nothing happens at the platform. "After": the effect lands. */
public enum FaultKind {
  /** Answers 500; nothing happened. */
  STATUS_500_BEFORE,
  /** The effect lands, the answer is 500. */
  STATUS_500_AFTER,
  /** The connection is cut; nothing happened. */
  RESET_BEFORE,
  /** The effect lands, the connection is cut without an answer. */
  RESET_AFTER,
  /** The effect lands, the answer is withheld for the delay. */
  HANG_AFTER,
  /** The effect lands, the answer breaks off in the middle of its body. */
  TRUNCATE_AFTER,
  /** The effect lands, the answer is a 2xx with a body that is not JSON. */
  MALFORMED_AFTER,
  /** Answers "too many requests"; with a delay it says when to come back, without it doesn't. */
  RATE_LIMIT,
  /** Nothing happens for the delay, then the effect lands, even if the caller has gone. */
  SLOW,
  /** Answers 307 to another host; nothing happened. */
  REDIRECT,
  /** The effect lands, but for the delay the platform's reads don't show it. */
  SEARCH_LAG,
  /** Refuses the credential; nothing happened. */
  UNAUTHORIZED,
  /** evm, solana: the transaction is taken but stays pending for the delay. */
  MINING_DELAY,
  /** binance: the market has risen by a tenth when the call comes, and is back after it. */
  PRICE_JUMP;

  /** Whether the call is spoiled before it reaches the platform's rules. */
  boolean before() {
    return switch (this) {
      case STATUS_500_BEFORE, RESET_BEFORE, RATE_LIMIT, REDIRECT, UNAUTHORIZED -> true;
      case STATUS_500_AFTER,
          RESET_AFTER,
          HANG_AFTER,
          TRUNCATE_AFTER,
          MALFORMED_AFTER,
          SLOW,
          SEARCH_LAG,
          MINING_DELAY,
          PRICE_JUMP ->
          false;
    };
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static FaultKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequest(
                    "/kind",
                    "send one of "
                        + Arrays.stream(values())
                            .map(FaultKind::word)
                            .collect(Collectors.joining(", "))));
  }
}
