package io.ganglion.api.lab;

import io.ganglion.lab.Platform;
import io.ganglion.trial.scenario.Draw;
import io.ganglion.trial.scenario.FaultRule;
import io.ganglion.trial.scenario.Goal;
import io.ganglion.trial.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A scenario. */
@Schema(name = "Scenario")
public record ScenarioView(
    @Schema(examples = "lost-answer") String name,
    @Schema(description = "Raised with each change that may change a score", examples = "1")
        int version,
    @Schema(examples = "A lost answer") String title,
    @Schema(examples = "The post is taken, and the connection breaks before X says so.")
        String about,
    @Schema(description = "The depth that it can earn: its systems", examples = "1") int depth,
    @Schema(
            description = "Platforms that a world opens accounts at, by the names of connections",
            examples = "{\"x\": \"x\"}")
        Map<String, String> parts,
    @Schema(description = "What a run is given: how each member is drawn", examples = "[\"text\"]")
        List<String> input,
    @Schema(description = "Faults that worlds may have") List<ScenarioFault> faults,
    @Schema(description = "What is to be reached", examples = "[\"the text stands once\"]")
        List<String> goals,
    @Schema(
            description = "What must hold: one that is broken makes the score 0",
            examples = "[\"nothing else is said\"]")
        List<String> invariants,
    @Schema(description = "Whether a person of the world's is asked", examples = "false")
        boolean approval,
    @Schema(description = "Attempts that cost nothing", examples = "1") int parAttempts,
    @Schema(description = "Attempts above which more cost no more", examples = "8") int maxAttempts,
    @Schema(
            description = "Millionths of the laboratory's dollar that cost nothing",
            examples = "1000")
        long parSpendMicros,
    @Schema(description = "Millionths above which more cost no more", examples = "8000")
        long maxSpendMicros,
    @Schema(description = "It is judged as it stands after so many seconds", examples = "90")
        long limitSeconds,
    @Schema(
            description = "A definition that solves it, as YAML",
            examples = "document: {dsl: '1.0.3', namespace: laboratory, name: lost-answer}")
        String workflow) {

  /** A fault that worlds may have. */
  @Schema(name = "ScenarioFault")
  public record ScenarioFault(
      @Schema(description = "Whose calls it spoils", examples = "x") String part,
      @Schema(examples = "reset_after") String kind,
      @Schema(description = "Of the calls it looks at", examples = "POST") String method,
      @Schema(description = "In what share of the worlds it is", examples = "1") double odds,
      @Schema(description = "Of striking a call", examples = "1") double chance,
      @Schema(description = "How often at least, where it is", examples = "1") int least,
      @Schema(description = "How often at most", examples = "1") int most) {
    static ScenarioFault of(FaultRule rule) {
      return new ScenarioFault(
          rule.part(),
          rule.kind().word(),
          rule.method(),
          rule.odds(),
          rule.chance(),
          rule.times().from(),
          rule.times().to());
    }
  }

  static ScenarioView of(Scenario scenario) {
    var parts = new LinkedHashMap<String, String>();
    for (Map.Entry<String, Platform> part : scenario.parts().entrySet()) {
      parts.put(part.getKey(), part.getValue().word());
    }
    return new ScenarioView(
        scenario.name(),
        scenario.version(),
        scenario.title(),
        scenario.about(),
        scenario.depth(),
        parts,
        scenario.draw().entrySet().stream().map(ScenarioView::drawn).toList(),
        scenario.faults().stream().map(ScenarioFault::of).toList(),
        scenario.goals().stream().map(Goal::name).toList(),
        scenario.invariants().stream().map(Goal::name).toList(),
        scenario.approval().isPresent(),
        scenario.par().attempts(),
        scenario.limits().attempts(),
        scenario.par().spendMicros(),
        scenario.limits().spendMicros(),
        scenario.time().toSeconds(),
        scenario.workflow());
  }

  private static String drawn(Map.Entry<String, Draw> member) {
    return switch (member.getValue()) {
      case Draw.Phrase phrase -> "%s: %s".formatted(member.getKey(), phrase.text());
      case Draw.OneOf one -> "%s: one of %s".formatted(member.getKey(), one.values());
      case Draw.Question question ->
          "%s: a question with the choices %s".formatted(member.getKey(), question.choices());
    };
  }
}
