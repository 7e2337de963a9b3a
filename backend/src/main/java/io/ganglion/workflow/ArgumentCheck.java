package io.ganglion.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** Checks that a function exists and that the arguments known now fit it. */
record ArgumentCheck(Phrases phrases, Functions functions, KnownMismatches known) {
  /** As the connector's manifest has it. */
  private static final Duration LONGEST_MCP = Duration.ofSeconds(120);

  void check(String function, Part call, Part with) {
    var refusal = NotOffered.call(function);
    if (refusal.isPresent()) {
      call.wrong(refusal.get());
      return;
    }
    var schema = functions.arguments(function);
    if (schema.isEmpty()) {
      call.wrong(
          "there is no function '%s'%s"
              .formatted(function, Closest.hint(function, functions.names())));
      return;
    }
    boolean action = functions.isAction(function);
    if (action) {
      connection(with);
    }
    if (function.equals("ganglion.swarm")) {
      swarm(with);
    }
    if (function.equals("ganglion.state")) {
      with.get("set")
          .filter(set -> set.node().isObject())
          .ifPresent(set -> phrases.names().stateBelow(set.pointer()));
    }
    if (function.equals("mcp")) {
      mcp(with);
    }
    arguments(schema.get(), with, action);
  }

  private static void connection(Part with) {
    with.need("connection", "the name of one of the agent's connections")
        .ifPresent(c -> c.text("'connection'"));
  }

  private void swarm(Part with) {
    phrases.names().given("item", "index", "n", "answer");
    action(with);
    var reducer = with.get("reducer");
    for (var name : List.of("by", "score")) {
      reducer
          .flatMap(r -> r.get(name))
          .ifPresent(text -> phrases.expression(text, "'%s'".formatted(name)));
    }
    reducer
        .flatMap(r -> r.get("judge"))
        .flatMap(judge -> judge.object("'judge'"))
        .ifPresent(this::action);
    reducer
        .filter(r -> r.node().path("type").asText().equals("best"))
        .ifPresent(r -> r.need("score", "an expression that gives each answer a number"));
  }

  private void action(Part with) {
    with.get("action")
        .filter(a -> a.node().isTextual() && !Phrases.delimited(a.node()))
        .filter(a -> !functions.isAction(a.node().textValue()))
        .ifPresent(
            a ->
                a.wrong(
                    "there is no action '%s'%s"
                        .formatted(
                            a.node().textValue(),
                            Closest.hint(a.node().textValue(), functions.actionNames()))));
  }

  private static void mcp(Part with) {
    with.get("transport").ifPresent(NotOffered::stdio);
    with.get("timeout")
        .filter(t -> !Phrases.delimited(t.node()))
        .ifPresent(
            t ->
                TimeReader.constant(t)
                    .filter(d -> d.compareTo(LONGEST_MCP) > 0 || d.toMillis() == 0)
                    .ifPresent(
                        d ->
                            t.wrong(
                                "'timeout' is from 1 ms to " + LONGEST_MCP.toSeconds() + " s")));
  }

  private void arguments(JsonNode schema, Part with, boolean action) {
    JsonNode value = with.node();
    if (action && value.has("connection")) {
      value = ((ObjectNode) value.deepCopy()).without("connection");
    }
    known.report(schema, value, with);
  }
}
