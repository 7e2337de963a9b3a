package io.ganglion.connector.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.connector.Answers;
import io.ganglion.connector.Outcome;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** A prediction in our words. Pure. */
final class Prediction {
  private static final Set<String> ENDED = Set.of("succeeded", "failed", "canceled", "aborted");

  private Prediction() {}

  /**
   * Reads one.
   *
   * @throws IOException if it has no identifier or status
   */
  static Outcome.Landed read(JsonNode body) throws IOException {
    var id = Answers.text(body, "/id");
    var output =
        Json.object()
            .put("id", id)
            .put("status", Answers.text(body, "/status"))
            .put("model", body.path("model").asText(""))
            .put("error", body.path("error").asText(""));
    output.set("output", body.has("output") ? body.path("output") : NullNode.getInstance());
    output.put("predict_seconds", body.at("/metrics/predict_time").decimalValue());
    return new Outcome.Landed(output, id, Optional.empty());
  }

  static boolean ended(Outcome.Landed prediction) {
    return ENDED.contains(status(prediction));
  }

  /** What it came to: only one that succeeded has made something. */
  static Outcome result(Outcome.Landed prediction) {
    var error = prediction.output().path("error").asText();
    return switch (status(prediction)) {
      case "succeeded" -> prediction;
      case "failed" ->
          refused(422, "the model failed" + (error.isEmpty() ? "" : ": " + cut(error)));
      default -> refused(409, "the prediction is " + status(prediction));
    };
  }

  static Outcome.NotLanded refused(int status, String reason) {
    return new Outcome.NotLanded(status, "Replicate: " + reason, Optional.empty(), false);
  }

  private static String status(Outcome.Landed prediction) {
    return prediction.output().path("status").asText();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 200)).replaceAll("\\p{Cntrl}+", " ");
  }
}
