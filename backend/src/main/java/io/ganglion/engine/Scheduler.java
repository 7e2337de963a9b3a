package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Agents;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.run.NewRun;
import io.ganglion.workflow.Definition;
import io.ganglion.workflow.DueSchedules;
import io.ganglion.workflow.DueSchedules.Due;
import io.ganglion.workflow.DueSchedules.Turned;
import io.ganglion.workflow.Schedule;
import io.ganglion.workflow.WorkflowProblem;
import io.ganglion.workflow.Workflows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the runs of schedules that are due: a run and its schedule's next time are one
 * transaction, so that each due instant starts one run, whoever dies when. Any number of workers
 * may do it.
 */
final class Scheduler {
  static final Duration PERIOD = Duration.ofMillis(500);

  /** Schedules looked at in one transaction. */
  private static final int BATCH = 100;

  private static final Logger LOG = Logger.getLogger(Scheduler.class);

  private final EngineTx tx;
  private final Workflows workflows;
  private final Agents agents;
  private final Clock clock = Clock.systemUTC();

  Scheduler(EngineTx tx, Workflows workflows, Agents agents) {
    this.tx = tx;
    this.workflows = workflows;
    this.agents = agents;
  }

  /** The number of runs started. */
  int tick() throws SQLException {
    var tenants = tx.call(List.of(), connection -> DueSchedules.tenants(connection, BATCH));
    if (tenants.isEmpty()) {
      return 0;
    }
    return tx.call(
        tenants,
        connection -> {
          var runs = new ArrayList<NewRun>();
          var turned = new ArrayList<Turned>();
          for (var due : DueSchedules.take(connection, tenants, BATCH)) {
            turned.add(turn(connection, due, clock.instant(), runs));
          }
          NewRun.insert(connection, runs);
          DueSchedules.save(connection, turned);
          return runs.size();
        });
  }

  private Turned turn(Connection connection, Due due, Instant now, List<NewRun> runs)
      throws SQLException {
    if (due.closing()) { // asked again, should the tenant be had back or pay
      var later = now.plus(Duration.ofMinutes(1));
      return new Turned(due, later, 0, 0, null, due.afterSeq(), due.held());
    }
    if (due.paused() || due.busy()) {
      return new Turned(due, null, 0, 0, null, due.afterSeq(), due.held());
    }
    Definition definition;
    try {
      definition = workflows.definition(due.tenant(), due.workflow());
    } catch (WorkflowProblem e) { // one schedule's trouble is not the others'
      LOG.warnf("schedule %s can't start %s: %s", due.id(), due.workflow(), e.getMessage());
      return new Turned(
          due, now.plus(Duration.ofMinutes(1)), 0, 0, null, due.afterSeq(), due.held());
    }
    var schedule =
        definition.schedules().stream()
            .filter(one -> one.kind().equals(due.kind()))
            .findFirst()
            .orElseThrow();
    if (schedule instanceof Schedule.On on) {
      var consumed = EventSchedule.consume(connection, due, on.events());
      for (var input : consumed.inputs()) {
        runs.add(run(due, definition, input));
      }
      return consumed.turned(due, lastOf(runs, consumed.inputs().size()), now);
    }
    var turn = schedule.turn(due.at(), now);
    runs.add(run(due, definition, Json.object()));
    return new Turned(
        due,
        turn.next().orElse(null),
        1,
        turn.skipped(),
        runs.getLast().id().uuid(),
        due.afterSeq(),
        due.held());
  }

  private static java.util.@Nullable UUID lastOf(List<NewRun> runs, int started) {
    return started == 0 ? null : runs.getLast().id().uuid();
  }

  private NewRun run(Due due, Definition definition, JsonNode input) {
    return new NewRun(
        due.tenant(), RunId.next(), due.workflow(), agent(due, definition), input, 0, null);
  }

  /** Without the agent that the document names the run itself says what is missing. */
  private @Nullable AgentId agent(Due due, Definition definition) {
    return definition
        .agent()
        .flatMap(name -> agents.named(due.tenant(), name))
        .map(Agent::id)
        .orElse(null);
  }
}
