package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.bus.BusWrite;
import io.ganglion.bus.CloudEvent;
import io.ganglion.bus.Mailbox;
import io.ganglion.db.Write;
import io.ganglion.kernel.Json;
import io.ganglion.run.Consumed;
import io.ganglion.run.RunState;
import io.ganglion.run.RunWrite;
import io.ganglion.run.Step;
import io.ganglion.workflow.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code listen}: what was consumed is in the journal, event by event, so that a replay consumes
 * the same; a run that has to wait leaves memory and is made due by the commit that stores a
 * matching event.
 */
final class Listening {
  /** A run that waits for events is looked at again this often, should nothing wake it. */
  private static final Duration CHECK = Duration.ofHours(24);

  /** So many events of no concern are passed before that is written down. */
  private static final int PASSED = 200;

  private final Mailbox mailbox;
  private final ListenItems items;

  Listening(Mailbox mailbox, ListenItems items) {
    this.mailbox = mailbox;
    this.items = items;
  }

  /** One visit's listening: what it consumed, and what of that is not durable yet. */
  private final class Session {
    private final Visit visit;
    private final Task.Listen task;
    private final Consuming consuming;
    private final ArrayNode output = Json.mapper().createArrayNode();
    private final List<Write> pending = new ArrayList<>();
    private int consumed;
    private long last;

    Session(Visit visit, Task.Listen task) {
      this.visit = visit;
      this.task = task;
      this.consuming = Consuming.of(task.to(), new VisitEvaluation(visit));
    }

    boolean over() {
      return consuming.over(until -> visit.holds(until.condition(), output, Map.of()));
    }

    /** Takes an event of record again. */
    void replay(Consumed past) {
      take(past.filter(), past.seq(), new CloudEvent((ObjectNode) past.event()));
    }

    /** Takes an event if it is wanted, and was not consumed by an earlier listen. */
    void offer(Mailbox.Letter letter) {
      if (visit.frame().context().consumed(letter.seq())) {
        return;
      }
      var filter = consuming.wants(letter.event());
      if (filter.isEmpty()) {
        return;
      }
      var run = visit.walk().run();
      var record =
          new Consumed(consumed, letter.seq(), filter.getAsInt(), letter.event().envelope());
      pending.add(new RunWrite.Consume(run.tenant(), run.id(), visit.position(), record));
      if (task.foreach().isPresent()) {
        flush(); // before anything is done about it
      }
      take(filter.getAsInt(), letter.seq(), letter.event());
    }

    private void take(int filter, long seq, CloudEvent event) {
      visit.frame().context().consume(seq);
      consuming.take(filter, event);
      consumed++;
      last = Math.max(last, seq);
      if (consuming.shown(filter)) {
        output.add(items.process(visit, task, event, output.size()));
      }
    }

    private void flush() {
      if (!pending.isEmpty()) {
        visit.walk().journal().append(List.copyOf(pending));
        pending.clear();
      }
    }

    /** The visit's end, in one commit with what was consumed last. */
    void end(Step step) {
      var run = visit.walk().run();
      pending.add(new BusWrite.Unlisten(run.tenant(), run.id(), visit.position()));
      visit.append(step, List.copyOf(pending));
    }
  }

  JsonNode listen(Visit visit, Task.Listen task) {
    var session = new Session(visit, task);
    var journal = visit.walk().journal();
    journal.consumed(visit.position()).forEach(session::replay);
    var recorded = journal.recorded(visit.position());
    if (recorded.isPresent() && recorded.get().state() != Step.State.COMPLETED) {
      Timeouts.after(visit, recorded.get());
      return Leaves.answer(visit, recorded.get());
    }
    if (!session.over()) {
      consume(session);
    }
    if (recorded.isEmpty()) {
      session.end(visit.completed(session.output, 1));
    }
    return session.output;
  }

  /** Consumes until there is enough, or parks the run. */
  private void consume(Session session) {
    for (int looked = 0; !consumed(session); looked++) {
      Waiter.rest(session.visit, looked, parked(session));
    }
  }

  /** Consumes what there is; says whether that is enough. */
  private boolean consumed(Session session) {
    var run = session.visit.walk().run();
    var registered = mailbox.registered(run.tenant(), run.id(), session.visit.position());
    long known = registered.orElse(0);
    long after = registered.isPresent() ? known : mailbox.before(run.tenant(), run.createdAt());
    after = read(session, Math.max(after, session.last));
    if (session.over()) {
      return true;
    }
    if (registered.isEmpty()) {
      register(session, after);
      known = after;
      after = read(session, after); // what was stored before anybody could know of the listener
      if (session.over()) {
        return true;
      }
    }
    stopAtDeadline(session);
    if (after - known >= PASSED) {
      register(session, after);
    }
    session.flush();
    return false;
  }

  /** Offers the events after one, and gives the number of the last one seen. */
  private long read(Session session, long after) {
    var run = session.visit.walk().run();
    var types = session.consuming.types();
    long seen = after;
    while (!session.over()) {
      if (session.visit.walk().cancelled().getAsBoolean()) {
        throw new Unwind.Cancelled();
      }
      var letters = mailbox.after(run.tenant(), run.id(), seen, types);
      for (var letter : letters) {
        session.offer(letter);
        seen = letter.seq();
        if (session.over()) {
          return seen;
        }
      }
      if (letters.size() < Mailbox.PAGE) {
        return seen;
      }
    }
    return seen;
  }

  private static void register(Session session, long after) {
    var run = session.visit.walk().run();
    var sieve = session.consuming.sieve();
    for (int i = 0; i < sieve.size(); i++) {
      session.pending.add(
          new BusWrite.Listen(
              run.tenant(),
              run.id(),
              session.visit.position(),
              i,
              sieve.get(i).type(),
              sieve.get(i).source(),
              after));
    }
    session.flush();
  }

  /** The end of the time is on record, so that an event that comes later changes nothing. */
  private static void stopAtDeadline(Session session) {
    var visit = session.visit;
    var deadline = visit.frame().deadline();
    if (deadline.isPresent() && deadline.get().passed(visit.walk().lease().now())) {
      var fault =
          visit.fault(WorkflowError.Kind.TIMEOUT, "no event came before the timeout passed");
      session.end(visit.faulted(fault.error(), 1));
      throw new Unwind.TimedOut(deadline.get().owner());
    }
  }

  private static Unwind.Parked parked(Session session) {
    var visit = session.visit;
    var types = session.consuming.types();
    return new Unwind.Parked(
        RunState.WAITING,
        visit.frame().deadline().map(Deadline::at).orElse(visit.walk().lease().now().plus(CHECK)),
        "event",
        types.isEmpty()
            ? "waits for an event"
            : "waits for an event of type " + String.join(" or ", types));
  }
}
