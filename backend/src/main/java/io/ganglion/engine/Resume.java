package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.run.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a walk had come to at a checkpoint: all that what follows may ask of what was before.
 *
 * @param task number of the task in the workflow's own list that goes on
 * @param data its input, before {@code input.from}
 * @param context as that task found it
 * @param round of that task, where it is a loop in its middle; empty where it begins
 * @param visits how often the places of the list were visited before that task
 * @param counts numbers that go on
 * @param seen what was seen on the way, in the order of {@link Frame.Context}
 * @param wrote whether agent state was written, and whether compensation was asked of it
 * @param compensable whether effects from before ask for compensation
 * @param timers ends of timeouts that are under way and times fixed there, by position
 * @param open effects whose fate isn't known
 */
record Resume(
    int task,
    JsonNode data,
    JsonNode context,
    Optional<Round> round,
    Map<String, Integer> visits,
    Counts counts,
    Seen seen,
    Wrote wrote,
    boolean compensable,
    Map<String, Instant> timers,
    List<UUID> open) {

  /**
   * The next round of a loop.
   *
   * @param position of the loop's visit; {@code start} of that visit
   * @param next its number, from 0
   * @param data its input
   * @param context as it finds it
   */
  record Round(String position, Journal.Start start, int next, JsonNode data, JsonNode context) {}

  /** Visits so far, for the limit; the order of the next one. */
  record Counts(long tasks, int seq) {}

  /** Events consumed, and versions of state entries by key. */
  record Seen(List<Long> events, Map<String, Long> versions) {}

  /** What was done to agent state. */
  record Wrote(boolean any, boolean asked) {}

  JsonNode toJson() {
    var json = Json.object().put("task", task);
    json.set("data", data);
    json.set("context", context);
    round.ifPresent(it -> json.set("round", round(it)));
    visits.forEach(json.putObject("visits")::put);
    json.put("tasks", counts.tasks).put("seq", counts.seq);
    var events = json.putArray("events");
    seen.events.forEach(events::add);
    seen.versions.forEach(json.putObject("versions")::put);
    json.put("wrote", wrote.any).put("restore", wrote.asked).put("compensable", compensable);
    var ends = json.putObject("timers");
    timers.forEach((position, end) -> ends.put(position, end.toString()));
    var effects = json.putArray("open");
    open.forEach(effect -> effects.add(effect.toString()));
    return json;
  }

  private static ObjectNode round(Round round) {
    var json = Json.object().put("position", round.position).put("next", round.next);
    json.put("seq", round.start.seq()).put("started_at", round.start.at().toString());
    json.set("data", round.data);
    json.set("context", round.context);
    return json;
  }

  static Resume fromJson(JsonNode json) {
    var visits = new HashMap<String, Integer>();
    json.path("visits").properties().forEach(it -> visits.put(it.getKey(), it.getValue().asInt()));
    var versions = new TreeMap<String, Long>();
    json.path("versions")
        .properties()
        .forEach(it -> versions.put(it.getKey(), it.getValue().asLong()));
    var timers = new HashMap<String, Instant>();
    json.path("timers")
        .properties()
        .forEach(it -> timers.put(it.getKey(), Instant.parse(it.getValue().asText())));
    var events = new ArrayList<Long>();
    json.path("events").forEach(event -> events.add(event.asLong()));
    var open = new ArrayList<UUID>();
    json.path("open").forEach(effect -> open.add(UUID.fromString(effect.asText())));
    return new Resume(
        json.path("task").asInt(),
        json.path("data"),
        json.path("context"),
        json.has("round") ? Optional.of(toRound(json.path("round"))) : Optional.empty(),
        visits,
        new Counts(json.path("tasks").asLong(), json.path("seq").asInt()),
        new Seen(events, versions),
        new Wrote(json.path("wrote").asBoolean(), json.path("restore").asBoolean()),
        json.path("compensable").asBoolean(),
        timers,
        open);
  }

  private static Round toRound(JsonNode json) {
    var at = Instant.parse(json.path("started_at").asText());
    return new Round(
        json.path("position").asText(),
        new Journal.Start(json.path("seq").asInt(), at),
        json.path("next").asInt(),
        json.path("data"),
        json.path("context"));
  }
}
