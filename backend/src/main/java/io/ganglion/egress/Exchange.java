package io.ganglion.egress;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * How far one request got. Its phase is what a failure is judged by: only a request that never
 * reached SENDING is proven unsent.
 */
final class Exchange {
  private enum Phase {
    CONNECTING,
    SENDING,
    /** The time was over before the first byte; nothing may be sent any more. */
    STOPPED_UNSENT,
    /** The time was over after the first byte. */
    STOPPED_SENT
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
  private final HttpUriRequestBase request;
  private final ScheduledExecutorService timer;
  private final Duration timeout;
  private volatile @Nullable Future<?> alarm;

  /**
   * @param timeout from the first byte sent to the last one read
   */
  Exchange(HttpUriRequestBase request, ScheduledExecutorService timer, Duration timeout) {
    this.request = request;
    this.timer = timer;
    this.timeout = timeout;
  }

  /** Starts the clock of everything before the first byte. */
  void connecting(Duration setup) {
    alarm = schedule(Phase.CONNECTING, Phase.STOPPED_UNSENT, setup);
  }

  /**
   * Called directly before the first byte.
   *
   * @return false if the time was over: nothing may be sent
   */
  boolean sending() {
    if (!phase.compareAndSet(Phase.CONNECTING, Phase.SENDING)) {
      return false;
    }
    cancelAlarm();
    alarm = schedule(Phase.SENDING, Phase.STOPPED_SENT, timeout);
    return true;
  }

  /** Stops the clock; to be called however the exchange ended. */
  void over() {
    cancelAlarm();
  }

  /** Whether not one byte of the request left. */
  boolean unsent() {
    return switch (phase.get()) {
      case CONNECTING, STOPPED_UNSENT -> true;
      case SENDING, STOPPED_SENT -> false;
    };
  }

  /** Whether the clock ended it. */
  boolean timedOut() {
    return switch (phase.get()) {
      case STOPPED_UNSENT, STOPPED_SENT -> true;
      case CONNECTING, SENDING -> false;
    };
  }

  private Future<?> schedule(Phase from, Phase to, Duration after) {
    return timer.schedule(
        () -> {
          if (phase.compareAndSet(from, to)) {
            request.cancel(); // closes the socket, which wakes the blocked reader
          }
        },
        after.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void cancelAlarm() {
    var current = alarm;
    if (current != null) {
      current.cancel(false);
    }
  }
}
