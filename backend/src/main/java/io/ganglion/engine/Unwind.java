package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.coordination.Awaited;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.Rfc3339;
import io.ganglion.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the walk of a workflow stops before its last task; each unwinds the interpreter's stack
 * without a stack trace.
 */
abstract sealed class Unwind extends RuntimeException {
  private static final long serialVersionUID = 1;

  private Unwind(String message) {
    super(message, null, false, false);
  }

  /** An error the workflow may catch. */
  static final class Fault extends Unwind {
    private static final long serialVersionUID = 1;
    private final transient WorkflowError error;

    Fault(WorkflowError error) {
      super(error.toString());
      this.error = error;
    }

    WorkflowError error() {
      return error;
    }
  }

  /**
   * Nothing can be done before a time: the run leaves memory, and is walked again when it is due.
   */
  static final class Parked extends Unwind {
    private static final long serialVersionUID = 1;
    private final transient Instant due;
    private final RunState state;
    private final String reason;
    private final String detail;
    private final transient Awaited awaited;
    private final @Nullable String subject;
    private final transient List<Visit> left = new ArrayList<>();

    /**
     * @param state WAITING or NEEDS_ATTENTION
     */
    Parked(RunState state, Instant due, String reason, String detail) {
      this(state, due, reason, detail, Awaited.NOTHING);
    }

    /**
     * @param awaited systems whose return makes it due earlier
     */
    Parked(RunState state, Instant due, String reason, String detail, Awaited awaited) {
      this(state, due, reason, detail, awaited, null);
    }

    private Parked(
        RunState state,
        Instant due,
        String reason,
        String detail,
        Awaited awaited,
        @Nullable String subject) {
      super(detail);
      this.subject = subject;
      this.state = state;
      this.due = due;
      this.reason = reason;
      this.detail = detail;
      this.awaited = awaited;
    }

    /**
     * Something could not be taken back.
     *
     * @param subject what a person acknowledges, so that the run goes on without that
     */
    static Parked stuck(Instant due, String subject, String detail) {
      return new Parked(
          RunState.NEEDS_ATTENTION, due, "attention", detail, Awaited.NOTHING, subject);
    }

    /** Whether it waits for somebody to acknowledge what could not be taken back. */
    boolean stuck() {
      return subject != null;
    }

    /** The same park for all that two branches wait for. */
    Parked and(Parked other) {
      var both = with(due, awaited.and(other.awaited));
      both.left.addAll(other.left);
      return both;
    }

    /** The same park, over at a time at the latest. */
    Parked by(Instant latest) {
      return with(due.isBefore(latest) ? due : latest, awaited);
    }

    private Parked with(Instant then, Awaited returns) {
      var same = new Parked(state, then, reason, detail, returns, subject);
      same.left.addAll(left);
      return same;
    }

    /** The walk leaves a visit that it was in. */
    void leave(Visit visit) {
      left.add(visit);
    }

    /** Visits that were under way, the innermost first. */
    List<Visit> left() {
      return left;
    }

    Awaited awaited() {
      return awaited;
    }

    Instant due() {
      return due;
    }

    RunState state() {
      return state;
    }

    JsonNode waitingFor() {
      var waiting =
          Json.object()
              .put("reason", reason)
              .put("detail", detail)
              .put("until", state == RunState.NEEDS_ATTENTION ? null : Rfc3339.write(due));
      return subject == null ? waiting : waiting.put("subject", subject);
    }
  }

  /** A timeout has passed; the task it belongs to turns this into an error of type timeout. */
  static final class TimedOut extends Unwind {
    private static final long serialVersionUID = 1;
    private final String owner;

    /**
     * @param owner of the {@link Deadline}
     */
    TimedOut(String owner) {
      super("timed out");
      this.owner = owner;
    }

    String owner() {
      return owner;
    }
  }

  /** {@code then: end}, or {@code then: exit} of the outermost list. */
  static final class End extends Unwind {
    private static final long serialVersionUID = 1;
    private final transient JsonNode output;

    End(JsonNode output) {
      super("end");
      this.output = output;
    }

    JsonNode output() {
      return output;
    }
  }

  /** The worker stops: the run goes on in another, from where its journal ends. */
  static final class HandedOver extends Unwind {
    private static final long serialVersionUID = 1;

    HandedOver() {
      super("handed over");
    }
  }

  /** Somebody asked to cancel the run. */
  static final class Cancelled extends Unwind {
    private static final long serialVersionUID = 1;

    Cancelled() {
      super("cancelled");
    }
  }
}
