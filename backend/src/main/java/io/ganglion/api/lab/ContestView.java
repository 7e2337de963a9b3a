package io.ganglion.api.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.ContestId;
import io.ganglion.kernel.WorkflowId;
import io.ganglion.trial.Contest;
import io.ganglion.trial.Contests;
import io.ganglion.trial.score.NotWorse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Trials that are compared, and how the entrants stand. */
@Schema(name = "Contest")
public record ContestView(
    ContestId id,
    @Schema(enumeration = {"tournament", "evolution", "gate"}) String kind,
    @Schema(examples = "lost-answer") String scenario,
    @Schema(description = "The scenario's", examples = "1") int version,
    @Schema(description = "Of each entrant's first trial", examples = "1") long seed,
    @Schema(description = "Of each entrant", examples = "100") int seeds,
    @Schema(enumeration = {"running", "ended"}) String state,
    @Schema(description = "An evolution's; from 1", examples = "1") int round,
    List<EntrantView> entrants,
    @Schema(description = "The best first") List<StandingView> standings,
    @Schema(
            description = "The best entrant, once it has ended; null for a gate",
            examples = "reference")
        @Nullable String winner,
    @Schema(description = "A gate's word, once it has ended; null for others")
        @Nullable Boolean passed,
    @Schema(description = "A gate's test, once all trials are judged") @Nullable GateTest test,
    Instant createdAt,
    @Nullable Instant endedAt) {

  /** One that is compared. */
  @Schema(name = "Entrant")
  public record EntrantView(
      @Schema(examples = "reference") String name,
      WorkflowId workflow,
      @Schema(
              description = "Of an evolution's variant: what is turned, by JSON pointer",
              examples = "{\"/do/0/vote/with/times\": 31}")
          JsonNode settings,
      @Schema(description = "Whether it goes on; in an evolution the worse half drops out")
          boolean alive) {}

  /**
   * A paired, one-sided t-test: passed where the lower 95 % bound of the mean difference is no less
   * than minus the margin.
   */
  @Schema(name = "GateTest")
  public record GateTest(
      @Schema(description = "Candidate less baseline, on average", examples = "0.01")
          BigDecimal difference,
      @Schema(description = "Lower 95 % bound of it", examples = "-0.02") BigDecimal bound,
      @Schema(description = "How much worse is not worse", examples = "0.05") BigDecimal margin,
      @Schema(description = "Pairs of trials", examples = "100") int pairs) {}

  static ContestView of(Contests.Shown shown) {
    var contest = shown.contest();
    var entry = contest.entry();
    return new ContestView(
        entry.id(),
        entry.kind().word(),
        entry.scenario(),
        entry.version(),
        entry.seed(),
        entry.seeds(),
        contest.endedAt() == null ? "running" : "ended",
        contest.round(),
        entry.entrants().stream().map(entrant -> entrant(contest, entrant)).toList(),
        shown.standings().stream().map(StandingView::of).toList(),
        contest.winner(),
        contest.passed(),
        shown.test().map(test -> test(test, entry)).orElse(null),
        contest.createdAt(),
        contest.endedAt());
  }

  private static EntrantView entrant(Contest contest, Contest.Entrant entrant) {
    return new EntrantView(
        entrant.name(),
        entrant.workflow(),
        entrant.settings(),
        contest.alive().contains(entrant.name()));
  }

  private static GateTest test(NotWorse test, Contest.Entry entry) {
    return new GateTest(test.difference(), test.bound(), entry.margin().orElseThrow(), test.n());
  }
}
