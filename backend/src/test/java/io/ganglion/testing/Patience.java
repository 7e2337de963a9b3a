package io.ganglion.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what must come: long enough for two busy cores, since waiting is free.
 */
public final class Patience {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Patience() {}

  public static ConditionFactory await() {
    return Awaitility.await().atMost(LONGEST);
  }

  /**
   * @param alias what is waited for, for the message when it does not come
   */
  public static ConditionFactory await(String alias) {
    return Awaitility.await(alias).atMost(LONGEST);
  }
}
