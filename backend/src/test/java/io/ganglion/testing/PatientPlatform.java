package io.ganglion.testing;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * A platform that answers nobody until it is told to, so that a run is busy for as long as a test
 * needs.
 */
public final class PatientPlatform implements AutoCloseable {
  private final CountDownLatch told = new CountDownLatch(1);
  private final LoopbackPlatform platform = new LoopbackPlatform();

  public PatientPlatform() throws IOException {
    platform.answers(
        entry -> {
          try {
            told.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return "{}";
        });
  }

  public String url() {
    return platform.url("/busy");
  }

  /** Answers those who wait and all that will ask. */
  public void answer() {
    told.countDown();
  }

  @Override
  public void close() {
    answer();
    platform.close();
  }
}
