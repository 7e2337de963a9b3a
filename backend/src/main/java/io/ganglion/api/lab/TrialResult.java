package io.ganglion.api.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.RunId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a score is made of, and what that comes from. */
@Schema(
    name = "TrialResult",
    examples =
        """
        {"score": {"earned": 1, "mishaps": 0, "effort": 0.0714, "spend": 0, "total": 0.9286},
         "facts": {"depth": 1, "coherent": true, "goals": 1, "attained": 1, "duplicates": 0, "losses": 0,
          "unknowns": 0, "attempts": 2, "spend_micros": 1000},
         "goals": [{"name": "the text stands once", "found": 1, "attained": true}],
         "invariants": [{"name": "nothing else is said", "found": 1, "attained": true}],
         "journal": {"x post.created": 1},
         "runs": [{"id": "run_01h2xcejqtf2nbrexx3vqjhp41", "state": "SUCCEEDED", "depth_peak": 1}]}
        """)
public record TrialResult(
    ScoreParts score,
    TrialFacts facts,
    List<Verdict> goals,
    List<Verdict> invariants,
    @Schema(
            description = "Entries of the platforms' journals, by part and kind",
            examples = "{\"x post.created\": 1}")
        Map<String, Integer> journal,
    List<TrialRun> runs) {

  /** The score's parts, in depth: total = earned − mishaps − effort − spend, never below 0. */
  @Schema(name = "ScoreParts")
  public record ScoreParts(
      @Schema(description = "Coherent depth × share of goals", examples = "1") BigDecimal earned,
      @Schema(description = "Duplicates, losses and unknowns", examples = "0") BigDecimal mishaps,
      @Schema(description = "Attempts above par", examples = "0.0714") BigDecimal effort,
      @Schema(description = "Money above par", examples = "0") BigDecimal spend,
      @Schema(examples = "0.9286") BigDecimal total) {}

  /** What was counted. */
  @Schema(name = "TrialFacts")
  public record TrialFacts(
      @Schema(description = "Systems of the world that were coordinated", examples = "1") int depth,
      @Schema(
              description =
                  "All runs ended and never needed a person, nothing is in doubt, no invariant is"
                      + " broken")
          boolean coherent,
      @Schema(description = "How many goals there are", examples = "1") int goals,
      @Schema(description = "How many of them were attained", examples = "1") int attained,
      @Schema(description = "Things that are there too often", examples = "0") int duplicates,
      @Schema(description = "Things that are missing", examples = "0") int losses,
      @Schema(description = "Effects whose fate nobody knows", examples = "0") int unknowns,
      @Schema(description = "Dispatches of effects", examples = "2") int attempts,
      @Schema(
              description = "What the platforms took, in millionths of the laboratory's dollar",
              examples = "1000")
          long spendMicros) {}

  /** What came of a goal or an invariant. */
  @Schema(name = "GoalVerdict")
  public record Verdict(
      @Schema(examples = "the text stands once") String name,
      @Schema(description = "What was measured", examples = "1") BigDecimal found,
      @Schema(examples = "true") boolean attained) {}

  /** A run of the trial's. */
  @Schema(name = "TrialRun")
  public record TrialRun(
      RunId id,
      @Schema(description = "As it was judged", examples = "SUCCEEDED") String state,
      @Schema(
              description =
                  "The deepest it was as measured, which depends on the machine; the score doesn't"
                      + " use it",
              examples = "1")
          int depthPeak) {}

  static TrialResult of(JsonNode result) {
    var score = result.path("score");
    var facts = result.path("facts");
    var journal = new TreeMap<String, Integer>();
    result
        .path("journal")
        .properties()
        .forEach(one -> journal.put(one.getKey(), one.getValue().asInt()));
    var runs = new ArrayList<TrialRun>();
    result
        .path("runs")
        .forEach(
            run ->
                runs.add(
                    new TrialRun(
                        RunId.fromString(run.path("id").asText()),
                        run.path("state").asText(),
                        run.path("depth_peak").asInt())));
    return new TrialResult(
        new ScoreParts(
            decimal(score, "earned"),
            decimal(score, "mishaps"),
            decimal(score, "effort"),
            decimal(score, "spend"),
            decimal(score, "total")),
        new TrialFacts(
            facts.path("depth").asInt(),
            facts.path("coherent").asBoolean(),
            facts.path("goals").asInt(),
            facts.path("attained").asInt(),
            facts.path("duplicates").asInt(),
            facts.path("losses").asInt(),
            facts.path("unknowns").asInt(),
            facts.path("attempts").asInt(),
            facts.path("spendMicros").asLong()),
        verdicts(result.path("goals")),
        verdicts(result.path("invariants")),
        journal,
        runs);
  }

  private static List<Verdict> verdicts(JsonNode list) {
    var verdicts = new ArrayList<Verdict>();
    list.forEach(
        one ->
            verdicts.add(
                new Verdict(
                    one.path("name").asText(),
                    decimal(one, "found"),
                    one.path("attained").asBoolean())));
    return verdicts;
  }

  private static BigDecimal decimal(JsonNode object, String member) {
    return new BigDecimal(object.path(member).asText("0"));
  }
}
