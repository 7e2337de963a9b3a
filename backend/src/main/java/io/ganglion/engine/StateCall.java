package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.agent.Agent;
import io.ganglion.agent.Agents;
import io.ganglion.agent.StateWrite;
import io.ganglion.coordination.Facets;
import io.ganglion.db.CommitFailed;
import io.ganglion.db.Write;
import io.ganglion.kernel.Json;
import io.ganglion.run.RunWrite;
import io.ganglion.run.Step;
import io.ganglion.workflow.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * {@code ganglion.state}: reads are journalled with their versions; writes commit with the step
 * that makes them, and only if the versions they were made from are the entries' still.
 *
 * <p>Expressions of a write that name {@code $state} see the entries as they are just now; on a
 * conflict they are evaluated again. A write without them was made from what the run has read
 * before, which is on record: evaluated again it would come to the same, so its conflict is an
 * error at once.
 */
final class StateCall {
  /** A write is evaluated so many times more on conflicts. */
  static final int EVALUATIONS = 5;

  /** The longest pause before the first of them; it doubles. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private static final int MAX_KEYS = 100;
  private static final int MAX_KEY = 200;
  private static final String STATE = "state";

  /** What no jsonb can hold. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

  private final Agents agents;
  private final Facets facets;

  StateCall(Agents agents, Facets facets) {
    this.agents = agents;
    this.facets = facets;
  }

  /** A visit on record is seen by what follows it as it was. */
  static void recall(Visit visit, Task.Call task, Step recorded) {
    boolean wrote = task.with().source().has("set");
    var reads = visit.walk().journal().reads(visit.position());
    if (recorded.state() == Step.State.COMPLETED || !reads.isEmpty()) { // what it did stays done
      saw(visit, reads, wrote);
    }
  }

  /** A write made from a version leaves the next one. */
  private static void saw(Visit visit, Map<String, Long> versions, boolean wrote) {
    var read = visit.frame().context().read();
    versions.forEach((key, version) -> read.put(key, wrote ? version + 1 : version));
    if (wrote) {
      visit.walk().wrote().note(visit.task().task().common().metadata().compensate());
    }
  }

  JsonNode call(Visit visit, Task.Call task) {
    var agent =
        visit
            .walk()
            .agent()
            .orElseThrow(
                () ->
                    visit.fault(
                        WorkflowError.Kind.CONFIGURATION,
                        "state belongs to an agent; start the run with an agent"));
    var with = task.with().source();
    if (with.has("facets")) {
      return observed(visit, task, agent);
    }
    return with.has("set") ? write(visit, task, agent) : read(visit, task, agent);
  }

  /** What was last observed; on record with the step, so that a replay sees the same. */
  private JsonNode observed(Visit visit, Task.Call task, Agent agent) {
    var named = visit.evaluate(task.with()).path("facets");
    var wanted = new ArrayList<>(agent.connections());
    if (named.isArray()) {
      var names = new java.util.HashSet<String>();
      named.forEach(name -> names.add(name.asText()));
      wanted.retainAll(names);
    }
    wanted.replaceAll(agent::connection);
    var output = ObservedSystems.of(facets.of(visit.walk().run().tenant(), wanted));
    var step = visit.completed(output, 1);
    visit.append(step, List.of());
    Timeouts.after(visit, step);
    return output;
  }

  private JsonNode read(Visit visit, Task.Call task, Agent agent) {
    var key = visit.evaluate(task.with()).path("get").asText();
    var entry = standing(visit, agent, Set.of(key)).get(key);
    var output = Json.object().put("key", key);
    var value = java.util.Objects.requireNonNull(entry).value();
    output.set("value", value == null ? NullNode.getInstance() : value);
    output.put("version", value == null ? 0 : entry.version());
    var versions = Map.of(key, entry.version());
    var step = visit.completed(output, 1);
    visit.append(step, journalled(visit, versions));
    saw(visit, versions, false);
    Timeouts.after(visit, step);
    return output;
  }

  private JsonNode write(Visit visit, Task.Call task, Agent agent) {
    boolean fresh = task.with().arguments().contains(STATE);
    for (int evaluated = 1; ; evaluated++) {
      var standing = fresh ? standing(visit, agent, keys(task)) : Map.<String, Agents.Standing>of();
      var set = evaluated(visit, task, standing, fresh);
      var versions = versions(visit, set, standing);
      var unit = new ArrayList<Write>(journalled(visit, versions));
      unit.addAll(writes(visit, agent, set, versions));
      var step = visit.completed(set, evaluated);
      try {
        visit.append(step, unit);
      } catch (CommitFailed.Refused conflict) {
        if (!fresh || evaluated > EVALUATIONS) {
          throw conflicted(visit, conflict.refusal().detail(), evaluated);
        }
        pause(evaluated);
        continue;
      }
      saw(visit, versions, true);
      Timeouts.after(visit, step);
      return set;
    }
  }

  private static ObjectNode evaluated(
      Visit visit, Task.Call task, Map<String, Agents.Standing> standing, boolean fresh) {
    var state = Json.object();
    standing.forEach((key, entry) -> state.set(key, entry.value()));
    Map<String, JsonNode> more = fresh ? Map.of(STATE, state) : Map.of();
    var set = visit.evaluate(task.with(), visit.input(), more).path("set");
    if (!(set instanceof ObjectNode entries) || entries.isEmpty() || entries.size() > MAX_KEYS) {
      throw visit.fault(
          WorkflowError.Kind.VALIDATION,
          "'set' is not an object of 1 to %d entries".formatted(MAX_KEYS));
    }
    for (var entry : entries.properties()) {
      check(visit, entry.getKey(), entry.getValue());
    }
    return entries;
  }

  private static void check(Visit visit, String key, JsonNode value) {
    int length = key.codePointCount(0, key.length());
    if (length == 0 || length > MAX_KEY || key.indexOf('\0') >= 0) {
      throw visit.fault(
          WorkflowError.Kind.VALIDATION, "a key has 1 to %d characters".formatted(MAX_KEY));
    }
    if (NUL.matcher(Json.write(value)).find()) {
      throw visit.fault(
          WorkflowError.Kind.VALIDATION,
          "the value of '%s' has a NUL character, which state can't hold".formatted(key));
    }
  }

  /** The versions a write is made from: as just read, else as read on the way; none if never. */
  private static Map<String, Long> versions(
      Visit visit, ObjectNode set, Map<String, Agents.Standing> standing) {
    var read = visit.frame().context().read();
    var versions = new java.util.TreeMap<String, Long>();
    for (var key : (Iterable<String>) set::fieldNames) {
      var entry = standing.get(key);
      var version = entry == null ? read.get(key) : Long.valueOf(entry.version());
      if (version != null) {
        versions.put(key, version);
      }
    }
    return versions;
  }

  private static List<Write> journalled(Visit visit, Map<String, Long> versions) {
    var run = visit.walk().run();
    var reads = new ArrayList<Write>();
    versions.forEach(
        (key, version) ->
            reads.add(new RunWrite.Read(run.tenant(), run.id(), visit.position(), key, version)));
    return reads;
  }

  private static List<Write> writes(
      Visit visit, Agent agent, ObjectNode set, Map<String, Long> versions) {
    var run = visit.walk().run();
    var writes = new ArrayList<Write>();
    set.properties()
        .forEach(
            entry ->
                writes.add(
                    new StateWrite(
                        run.tenant(),
                        agent.id(),
                        entry.getKey(),
                        entry.getValue(),
                        run.id(),
                        visit.position(),
                        versions.get(entry.getKey()))));
    return writes;
  }

  /** On record, so that a replay fails alike though the entries have changed since. */
  private static Unwind.Fault conflicted(Visit visit, String detail, int evaluated) {
    var error = WorkflowError.stateConflict(visit.task().pointer(), detail);
    var step = visit.faulted(error, evaluated);
    visit.append(step, List.of());
    return new Unwind.Fault(error);
  }

  /** At random, so that those who met once don't meet again. */
  private static void pause(int evaluated) {
    long longest = PAUSE.toNanos() << evaluated - 1;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
  }

  private Map<String, Agents.Standing> standing(Visit visit, Agent agent, Set<String> keys) {
    return agents.state(visit.walk().run().tenant(), agent.id(), keys);
  }

  /** Those written down; names of entries can't be computed where their values are read. */
  private static Set<String> keys(Task.Call task) {
    var keys = new java.util.TreeSet<String>();
    task.with().source().path("set").fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
