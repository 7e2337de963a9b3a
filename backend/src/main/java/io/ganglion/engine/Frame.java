package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What a task sees of what is around it.
 *
 * @param context the workflow's context, shared by the tasks of a branch
 * @param variables arguments that outer tasks define (a loop's item, a caught error), by name
 * @param deadline the earliest timeout around the task
 * @param retry set while a {@code try} around the task is tried again
 * @param extended in an extension's tasks: the task that it extends, which they see as {@code
 *     $task}
 */
record Frame(
    Context context,
    Map<String, JsonNode> variables,
    Optional<Deadline> deadline,
    Optional<Retry> retry,
    Optional<JsonNode> extended) {

  /** A frame with nothing around it. */
  static Frame of(Context context) {
    return new Frame(context, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The value of {@code $context}, replaced by exports, and on the way the events consumed and the
   * versions of the agent's state entries seen. A branch sees its own.
   */
  static final class Context {
    private volatile JsonNode value;
    private final Set<Long> consumed = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> read = new ConcurrentSkipListMap<>();

    Context(JsonNode value) {
      this.value = value;
    }

    /** The context as a branch takes it over. */
    Context branch() {
      var branch = new Context(value);
      branch.consumed.addAll(consumed);
      branch.read.putAll(read);
      return branch;
    }

    /** Whether a listen that ended before had this event: one run consumes it once. */
    boolean consumed(long event) {
      return consumed.contains(event);
    }

    void consume(long event) {
      consumed.add(event);
    }

    /** Takes over what a branch consumed and the newer versions it saw. */
    void sawAlso(Context branch) {
      consumed.addAll(branch.consumed);
      branch.read.forEach((key, version) -> read.merge(key, version, Math::max));
    }

    /** Numbers of the events that were consumed. */
    List<Long> events() {
      return List.copyOf(consumed);
    }

    /** Takes over what was seen before a checkpoint. */
    void saw(List<Long> events, Map<String, Long> versions) {
      consumed.addAll(events);
      read.putAll(versions);
    }

    /** Versions of the state entries that were read, or written from a version read, by key. */
    Map<String, Long> read() {
      return read;
    }

    JsonNode get() {
      return value;
    }

    void set(JsonNode replacement) {
      value = replacement;
    }

    /**
     * Takes over what a branch exported: members of the context that it changed since {@code
     * before}. Branches are merged in the order they are declared, so that a replay comes to the
     * same context.
     */
    void merge(JsonNode before, JsonNode after) {
      if (after.equals(before)) {
        return;
      }
      if (!after.isObject() || !value.isObject()) {
        value = after;
        return;
      }
      var merged = Json.object();
      merged.setAll((com.fasterxml.jackson.databind.node.ObjectNode) value);
      after
          .properties()
          .forEach(
              member -> {
                if (!member.getValue().equals(before.get(member.getKey()))) {
                  merged.set(member.getKey(), member.getValue());
                }
              });
      value = merged;
    }
  }

  Frame with(String name, JsonNode variable) {
    var more = new HashMap<>(variables);
    more.put(name, variable);
    return new Frame(context, Map.copyOf(more), deadline, retry, extended);
  }

  /** What a function sees: nothing of the loops and handlers around its caller. */
  Frame called() {
    return new Frame(context, Map.of(), deadline, retry, extended);
  }

  Frame branch() {
    return new Frame(context.branch(), variables, deadline, retry, extended);
  }

  Frame until(Deadline timeout) {
    return new Frame(
        context,
        variables,
        Optional.of(deadline.filter(outer -> outer.passed(timeout.at())).orElse(timeout)),
        retry,
        extended);
  }

  Frame trying(Retry again) {
    return new Frame(context, variables, deadline, Optional.of(again), extended);
  }

  /** What tasks of an extension see. */
  Frame extending(JsonNode task) {
    return new Frame(context, variables, deadline, retry, Optional.of(task));
  }
}
