package io.ganglion.lab.anthropic;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;

/** Batches, which are done ten seconds after they were made. */
final class Batches {
  private static final String BATCH = "batch";
  private static final String COUNT = "count";
  private static final String CANCELLED = "cancelled_at";
  private static final Duration WORK = Duration.ofSeconds(10);
  private static final Duration LIFE = Duration.ofDays(1);

  private Batches() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var requests = request.call().json().orElseGet(Json::object).path("requests");
    if (!requests.isArray() || requests.isEmpty()) {
      return AnthropicErrors.invalid("requests: Field required");
    }
    var ids = new HashSet<String>();
    for (var one : requests) {
      if (!ids.add(one.path("custom_id").asText(""))) {
        return AnthropicErrors.invalid("requests: custom_id must be unique");
      }
    }
    var id = "msgbatch_lab" + scene.number();
    var batch = Json.object().put(COUNT, requests.size());
    scene.objects().add(BATCH, id, batch);
    scene.journal("batch.created", id, batch);
    return read(scene, id);
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    return read(scene, request.name());
  }

  static Reply cancel(Scene scene, Request request) throws SQLException {
    var found = scene.objects().find(BATCH, request.name());
    if (found.isEmpty()) {
      return AnthropicErrors.notFound("Batch not found");
    }
    var batch = found.get().body();
    if (ended(scene, found.get()) && !batch.has(CANCELLED)) {
      return AnthropicErrors.invalid("Batch %s has already ended".formatted(request.name()));
    }
    if (!batch.has(CANCELLED)) {
      batch.put(CANCELLED, scene.now().toString());
      scene.objects().change(BATCH, request.name(), batch);
      scene.journal("batch.cancelled", request.name(), batch);
    }
    return read(scene, request.name());
  }

  private static Reply read(Scene scene, String id) throws SQLException {
    var found = scene.objects().find(BATCH, id);
    if (found.isEmpty()) {
      return AnthropicErrors.notFound("Batch not found");
    }
    var thing = found.get();
    var batch = thing.body();
    boolean cancelled = batch.has(CANCELLED);
    boolean ended = cancelled || ended(scene, thing);
    int count = batch.path(COUNT).asInt();
    var shown =
        Json.object()
            .put("id", id)
            .put("type", "message_batch")
            .put("processing_status", ended ? "ended" : "in_progress")
            .put("created_at", thing.created().toString())
            .put("expires_at", thing.created().plus(LIFE).toString());
    shown
        .putObject("request_counts")
        .put("processing", ended ? 0 : count)
        .put("succeeded", ended && !cancelled ? count : 0)
        .put("errored", 0)
        .put("canceled", cancelled ? count : 0)
        .put("expired", 0);
    return Reply.ok(shown.putNull("results_url"));
  }

  private static boolean ended(Scene scene, Thing batch) {
    return batch.created().plus(WORK).isBefore(scene.now());
  }
}
