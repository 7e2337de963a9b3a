package io.ganglion.faults;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Kills what a test left running. All tests of a JVM share a database: a worker that is left over
 * takes the runs of the next test to a laboratory that is gone, and fails tests that are innocent.
 */
final class NoneLeft implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    BackendProcess.killAll();
  }
}
