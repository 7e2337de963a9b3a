package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Steps and effects of a run, a line each. */
final class RunLines {
  private static final Set<String> GOING =
      Set.of("", "pending", "running", "waiting", "retrying", "started");
  private static final Set<String> BAD = Set.of("faulted", "failed", "NOT_LANDED", "ABANDONED");
  private static final Set<String> OPEN = Set.of("UNKNOWN", "UNDONE", "cancelled", "skipped");

  private RunLines() {}

  static String state(JsonNode stepOrEffect) {
    return stepOrEffect.path("state").asText();
  }

  static boolean settled(JsonNode step) {
    return !GOING.contains(state(step).toLowerCase(Locale.ROOT));
  }

  static String step(JsonNode step, Terminal terminal) {
    int attempts = step.path("attempts").asInt(1);
    return "%s %-24s %s"
        .formatted(
            mark(state(step), terminal),
            step.path("name").asText(),
            terminal.dim(
                step.path("position").asText()
                    + (attempts > 1 ? "  attempt " + attempts : "")
                    + took(step.path("started_at").asText(), step.path("ended_at").asText())));
  }

  /** What was done at which platform, and what came of it. */
  static String kind(JsonNode effect) {
    return "%s.%s %s"
        .formatted(
            effect.path("connector").asText(), effect.path("action").asText(), state(effect));
  }

  static String effect(JsonNode effect, Terminal terminal) {
    String where = where(effect);
    return "  %s %s%s"
        .formatted(
            effectMark(effect, terminal),
            kind(effect),
            where.isEmpty() ? "" : " " + terminal.dim(where));
  }

  /** Several effects of one kind. */
  static String effects(List<JsonNode> effects, Terminal terminal) {
    var first = effects.getFirst();
    var why = missed(first) ? " " + terminal.dim(first.path("reason").asText("")) : "";
    return "  %s %s × %d%s"
        .formatted(effectMark(first, terminal), kind(first), effects.size(), why);
  }

  /** A read that brought no answer did no harm; where it was needed its task says so. */
  private static String effectMark(JsonNode effect, Terminal terminal) {
    return missed(effect) && effect.path("retry_class").asText().equals("pure")
        ? terminal.yellow("•")
        : mark(state(effect), terminal);
  }

  private static boolean missed(JsonNode effect) {
    return state(effect).equals("NOT_LANDED");
  }

  static String waiting(JsonNode waiting, Terminal terminal) {
    String until = waiting.path("until").asText("");
    return "%s waits: %s %s%s"
        .formatted(
            terminal.yellow("…"),
            waiting.path("reason").asText(),
            waiting.path("detail").asText(""),
            until.isEmpty() || until.equals("null") ? "" : " until " + until);
  }

  /** The effect's address at the platform, or else its reference there. */
  private static String where(JsonNode effect) {
    var url = effect.path("url");
    return url.isTextual()
        ? url.asText()
        : effect.path("reference").isTextual() ? effect.path("reference").asText() : "";
  }

  private static String mark(String state, Terminal terminal) {
    if (BAD.contains(state)) {
      return terminal.red("✗");
    }
    return OPEN.contains(state) ? terminal.yellow("•") : terminal.green("✓");
  }

  private static String took(String from, String to) {
    try {
      var took = Duration.between(Instant.parse(from), Instant.parse(to));
      return String.format(Locale.ROOT, "  %.1f s", took.toMillis() / 1000.0);
    } catch (DateTimeException e) {
      return ""; // one of them is not there
    }
  }
}
