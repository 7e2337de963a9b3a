package io.ganglion.lab.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Objects.Range;
import io.ganglion.lab.Objects.Thing;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.image.Pictures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Predictions: over a second after they were started, or at once for who waits. */
final class Predictions {
  private static final String PREDICTION = "prediction";
  private static final Duration WORK = Duration.ofSeconds(1);
  private static final int PAGE = 100;
  private static final int SIDE = 512;

  private Predictions() {}

  static Reply create(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var model = Model.of(body.path("version").asText(""));
    return model.isEmpty()
        ? ReplicateErrors.invalid("- version: The specified version does not exist")
        : create(scene, request, model.get(), body);
  }

  static Reply createOf(Scene scene, Request request) throws SQLException {
    var segments = List.of(request.call().path().split("/"));
    int at = segments.indexOf("models");
    var model = Model.of(segments.get(at + 1) + "/" + segments.get(at + 2));
    return model.isEmpty()
        ? ReplicateErrors.notFound()
        : create(scene, request, model.get(), request.call().json().orElseGet(Json::object));
  }

  static Reply read(Scene scene, Request request) throws SQLException {
    var found = scene.objects().find(PREDICTION, request.name());
    return found.isEmpty()
        ? ReplicateErrors.notFound()
        : Reply.ok(settled(scene, request, found.get()));
  }

  static Reply cancel(Scene scene, Request request) throws SQLException {
    var found = scene.objects().find(PREDICTION, request.name());
    if (found.isEmpty()) {
      return ReplicateErrors.notFound();
    }
    var prediction = settled(scene, request, found.get());
    if (status(prediction).equals("starting")) {
      prediction.put("status", "canceled").put("completed_at", scene.now().toString());
      scene.objects().change(PREDICTION, request.name(), prediction);
      scene.journal("prediction.canceled", request.name(), prediction);
    }
    return Reply.ok(prediction);
  }

  static Reply list(Scene scene, Request request) throws SQLException {
    var results = Json.object();
    results.putNull("previous").putNull("next");
    var list = results.putArray("results");
    for (var thing : scene.objects().list(PREDICTION, Range.newest(PAGE))) {
      if (thing.visible()) {
        list.add(settled(scene, request, thing));
      }
    }
    return Reply.ok(results);
  }

  private static Reply create(Scene scene, Request request, Model model, JsonNode body)
      throws SQLException {
    if (!body.path("input").isObject()) {
      return ReplicateErrors.invalid("- input is required");
    }
    if (body.at("/input/prompt").asText("").isBlank()) {
      return ReplicateErrors.invalid("- input: prompt is required");
    }
    var id = "lab" + Long.toString(scene.number(), Character.MAX_RADIX);
    var prediction =
        Json.object()
            .put("id", id)
            .put("model", model.path())
            .put("version", model.version())
            .put("status", "starting")
            .put("created_at", scene.now().toString())
            .putNull("output")
            .putNull("error");
    prediction.set("input", body.path("input"));
    prediction.putObject("urls").put("get", "https://api.replicate.com/v1/predictions/" + id);
    prediction.putObject("metrics");
    boolean waits = request.call().header("prefer").orElse("").startsWith("wait");
    if (waits) {
      finish(scene, request, model, prediction);
    }
    scene.objects().add(PREDICTION, id, prediction);
    scene.journal("prediction.created", id, prediction);
    return Reply.of(201, prediction);
  }

  /** As it is by now; one whose time has come is finished by who looks at it. */
  private static ObjectNode settled(Scene scene, Request request, Thing thing) throws SQLException {
    var prediction = thing.body();
    if (status(prediction).equals("starting") && thing.created().plus(WORK).isBefore(scene.now())) {
      finish(
          scene, request, Model.of(prediction.path("version").asText()).orElseThrow(), prediction);
      scene.objects().change(PREDICTION, thing.id(), prediction);
    }
    return prediction;
  }

  private static void finish(Scene scene, Request request, Model model, ObjectNode prediction)
      throws SQLException {
    var prompt = prediction.at("/input/prompt").asText();
    prediction.put("status", "succeeded").put("completed_at", scene.now().toString());
    switch (model) {
      case PAINTER ->
          prediction
              .putArray("output")
              .add(Pictures.keep(scene, request.call(), prompt, SIDE, SIDE));
      case WRITER -> {
        var words = prediction.putArray("output");
        for (var word : prompt.split("(?<= )")) {
          words.add(word);
        }
      }
      case BROKEN -> prediction.put("status", "failed").put("error", "the model is broken");
    }
    prediction.putObject("metrics").put("predict_time", 1.0);
  }

  private static String status(ObjectNode prediction) {
    return prediction.path("status").asText();
  }
}
