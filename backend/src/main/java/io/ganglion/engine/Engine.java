package io.ganglion.engine;

import io.agroal.api.AgroalDataSource;
import io.ganglion.agent.Agents;
import io.ganglion.agent.MayActGuard;
import io.ganglion.agent.StateRestorer;
import io.ganglion.agent.StateWriter;
import io.ganglion.approval.ApprovalWriters;
import io.ganglion.bus.BusConfig;
import io.ganglion.bus.BusWriters;
import io.ganglion.bus.Mailbox;
import io.ganglion.connection.Connections;
import io.ganglion.connection.UnchangedGuard;
import io.ganglion.connector.Catalogue;
import io.ganglion.coordination.CapacityConfig;
import io.ganglion.coordination.Facets;
import io.ganglion.coordination.HoldWriters;
import io.ganglion.db.BatchWriter;
import io.ganglion.db.EngineTx;
import io.ganglion.db.GroupCommit;
import io.ganglion.db.Lease;
import io.ganglion.effect.CrashPoints;
import io.ganglion.effect.EffectWriters;
import io.ganglion.effect.Effects;
import io.ganglion.effect.PastEffects;
import io.ganglion.expression.Expressions;
import io.ganglion.kernel.Roles;
import io.ganglion.openapi.OpenApi;
import io.ganglion.outbox.EventWriter;
import io.ganglion.run.Children;
import io.ganglion.run.Doorway;
import io.ganglion.run.NewRun;
import io.ganglion.run.Run;
import io.ganglion.run.RunWriters;
import io.ganglion.run.SessionConfig;
import io.ganglion.run.SessionInbox;
import io.ganglion.schema.Schemas;
import io.ganglion.trace.Traces;
import io.ganglion.workflow.RunEnded;
import io.ganglion.workflow.Workflows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the worker together and starts and stops it with the process, where the process has the
 * role.
 */
@ApplicationScoped
public class Engine implements Doorway {
  private final Worker worker;
  private final Workflows workflows;
  private final boolean enabled;

  Engine(
      @DataSource("engine") AgroalDataSource engine,
      EngineConfig config,
      BusConfig bus,
      SessionConfig sessions,
      CapacityConfig capacity,
      Roles roles,
      Workflows workflows,
      Agents agents,
      Facets facets,
      Connections connections,
      Catalogue catalogue,
      Expressions expressions,
      Schemas schemas,
      Instance<CrashPoints> crashPoints,
      OpenApi openApi,
      Traces traces,
      MeterRegistry metrics) {
    this.workflows = workflows;
    enabled = roles.roles().contains(Roles.WORKER);
    var tx = new EngineTx(engine, 3);
    var targets = new Targets(catalogue, connections, agents);
    var effects = new Effects();
    var stuck = new Stuck(tx);
    var undoing = new Undoing(effects, targets, stuck);
    var evaluation = new CallEvaluation(new SecretValues(connections, targets), openApi);
    var deciding = new Deciding(tx);
    var gate = new Gate(deciding, effects, targets);
    var calls = new ActionCall(effects, targets, schemas, evaluation, gate);
    var groups = new Group(effects, calls, undoing, targets, gate);
    var own =
        new OwnCalls(
            new SwarmCall(calls, effects, new SwarmReader(expressions)),
            new StateCall(agents, facets),
            new ApprovalCall(deciding),
            new ReasonCall(calls, schemas, catalogue, connections));
    var leaves = new Leaves(calls, own, groups);
    var subRuns = new SubRun(new Children(tx), workflows, agents);
    var interpreter = new Interpreter(leaves, subRuns, schemas, new Mailbox(tx));
    var past = new PastEffects(tx);
    var settling =
        new Settling(
            effects, targets, undoing, new Countering(interpreter, effects, stuck), past, subRuns);
    var session =
        new SessionProgram(
            new SessionInbox(tx), calls, groups, settling, undoing, past, targets, sessions);
    Program program = walk -> (walk.run().workflow() == null ? session : interpreter).run(walk);
    var walks =
        new Walks(
            tx,
            workflows,
            agents,
            past::near,
            crashPoints.isResolvable() ? crashPoints.get() : CrashPoints.NONE,
            traces);
    worker =
        new Worker(
            () -> {
              var lease = Lease.register(engine, processName());
              var commits =
                  new GroupCommit(
                      engine,
                      lease,
                      writers(capacity.defaultK()),
                      config.committers(),
                      config.commitUnits());
              return new Incarnation(lease, commits, tx, walks, program, settling);
            },
            new Claimer(tx),
            new Rescuer(tx),
            new Sweeper(tx, bus),
            new Scheduler(tx, workflows, agents),
            config);
    metrics.gauge("ganglion.runs.in.memory", worker, Worker::runsInMemory);
  }

  private static List<BatchWriter<?>> writers(int defaultK) {
    var writers = new ArrayList<BatchWriter<?>>(HoldWriters.all(defaultK));
    writers.add(UnchangedGuard.writer());
    writers.add(MayActGuard.writer());
    writers.addAll(EffectWriters.all());
    writers.addAll(RunWriters.all());
    writers.addAll(ApprovalWriters.all());
    writers.addAll(BusWriters.all());
    writers.add(RunEnded.writer());
    writers.add(new StateWriter());
    writers.add(new StateRestorer());
    writers.add(EventWriter.writer());
    return writers;
  }

  private static String processName() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "localhost";
    }
    return host + "/" + ProcessHandle.current().pid();
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      worker.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (enabled) {
      worker.stop();
    }
  }

  /** Looks for due runs now rather than at the next poll. */
  public void wake() {
    worker.wake();
  }

  @Override
  public Optional<Run> begin(NewRun run) {
    if (!enabled || run.workflow() == null) {
      return Optional.empty();
    }
    var definition = workflows.definition(run.tenant(), run.workflow());
    return worker.begin(run, definition.version());
  }

  /** Whether this process needs no lease or holds one. */
  public boolean ready() {
    return !enabled || worker.alive();
  }
}
