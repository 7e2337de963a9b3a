package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Trials as lines of a table. */
final class LabText {
  static final String HEAD =
      "  seed    score  depth  goals  duplicates  losses  unknowns  attempts   spend";

  private LabText() {}

  static String trial(JsonNode trial) {
    var seed = trial.path("seed").asText();
    if (!trial.path("state").asText().equals("judged")) {
      return "%6s  %s: %s"
          .formatted(seed, trial.path("state").asText(), trial.path("reason").asText());
    }
    var facts = trial.at("/result/facts");
    return String.format(
        Locale.ROOT,
        "%6s  %7.4f  %5d  %d of %d  %10d  %6d  %8d  %8d  %.4f%s",
        seed,
        trial.path("score").asDouble(),
        facts.path("depth").asInt(),
        facts.path("attained").asInt(),
        facts.path("goals").asInt(),
        facts.path("duplicates").asInt(),
        facts.path("losses").asInt(),
        facts.path("unknowns").asInt(),
        facts.path("attempts").asInt(),
        facts.path("spend_micros").asLong() / 1e6,
        facts.path("coherent").asBoolean() ? "" : "  not coherent");
  }

  static String standing(JsonNode standing) {
    return String.format(
        Locale.ROOT,
        "mean %.4f, 95 %% confidence %.4f to %.4f, %d trials judged, %d could not be held",
        standing.path("mean").asDouble(),
        standing.path("low").asDouble(),
        standing.path("high").asDouble(),
        standing.path("judged").asInt(),
        standing.path("failed").asInt());
  }
}
