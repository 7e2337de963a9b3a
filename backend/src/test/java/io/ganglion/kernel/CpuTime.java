package io.ganglion.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Time that this thread has worked: the same on a busy machine as on an idle one. */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private final long start = THREADS.getCurrentThreadCpuTime();

  private CpuTime() {}

  public static CpuTime start() {
    return new CpuTime();
  }

  public Duration elapsed() {
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
  }
}
