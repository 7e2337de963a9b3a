package io.ganglion.connector.a2a;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Finding;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.Manifests;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.Session;
import io.ganglion.connector.endpoint.EndpointConnector;
import io.ganglion.connector.endpoint.Given;
import io.ganglion.connector.endpoint.Rpc;
import io.ganglion.egress.Egress;
import io.ganglion.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Calls an agent's methods. */
@ApplicationScoped
class A2aConnector implements EndpointConnector {
  private final Manifest manifest = Manifests.load("a2a");
  private final Rpc rpc;
  private final Clock clock;

  @Inject
  A2aConnector(Egress egress) {
    this(egress, Clock.systemUTC());
  }

  A2aConnector(Egress egress, Clock clock) {
    this.rpc = new Rpc(egress, clock, "the agent");
    this.clock = clock;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public RetryClass retryClass(Manifest.Action action, JsonNode arguments) {
    return Methods.retryClass(arguments);
  }

  @Override
  public Outcome send(Session session, Act act) {
    var given = Given.of(session, act);
    var arguments = given.arguments();
    var agent = Agent.of(rpc, session, given, clock, act.action().timeout());
    return switch (agent.find(arguments)) {
      case Agent.Found.Nowhere nowhere -> nowhere.outcome();
      case Agent.Found.At at -> sent(agent, at.card(), act, arguments);
    };
  }

  private static Outcome sent(Agent agent, Card card, Act act, JsonNode arguments) {
    var method = arguments.path("method").asText();
    boolean pure = Methods.retryClass(act.arguments()) == RetryClass.PURE;
    var parameters =
        card.dialect()
            .parameters(
                arguments.path("parameters"), Methods.talks(method), messageId(act, arguments));
    var reply = agent.call(card, act.effect().toString(), method, parameters, !pure);
    return A2aAnswer.judge(reply, pure, Methods.streams(method));
  }

  /**
   * What became of a message to a task, by the task's history, or of a cancel, by its state. A
   * history may be cut and a task may go on, so neither proves that nothing happened.
   */
  @Override
  public Finding lookUp(Session session, Act act) {
    var given = Given.of(session, act);
    var arguments = given.arguments();
    boolean cancel = arguments.path("method").asText().equals(Methods.CANCEL);
    var task = cancel ? arguments.at("/parameters/id").asText("") : Methods.task(arguments);
    if (task.isEmpty()) {
      return new Finding.Inconclusive("the agent can't be asked for a message without a task");
    }
    var agent = Agent.of(rpc, session, given, clock, act.action().timeout());
    if (!(agent.find(arguments) instanceof Agent.Found.At at)) {
      return new Finding.Inconclusive("the agent can't be found");
    }
    var question = Json.object().put("id", task);
    var id = act.effect() + "-look-up";
    boolean streams = Methods.streams(arguments.path("method").asText());
    var reply = agent.call(at.card(), id, Methods.GET, question, false);
    return A2aAnswer.judge(reply, true, streams) instanceof Outcome.Landed landed
            && proves(
                streams ? landed.output().path(0) : landed.output(),
                cancel,
                messageId(act, arguments))
        ? new Finding.Found(landed)
        : new Finding.Inconclusive("the task doesn't show it");
  }

  private static boolean proves(JsonNode result, boolean cancel, String messageId) {
    var task = Dialect.task(result);
    return cancel
        ? Dialect.cancelled(task)
        : task.path("history")
            .valueStream()
            .anyMatch(message -> message.path("messageId").asText().equals(messageId));
  }

  /** The author's, or one that is the same in all attempts. */
  private static String messageId(Act act, JsonNode arguments) {
    return arguments.at("/parameters/message/messageId").asText(act.effect().uuid().toString());
  }
}
