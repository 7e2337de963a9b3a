package io.ganglion.connector.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A connector's page in {@code docs/connectors}, made of its manifest alone. */
record Page(JsonNode manifest) {
  private static final String MADE =
      "*Made of `backend/src/main/resources/connectors/%s/manifest.yaml` by `PagesTest`.*";

  String name() {
    return manifest.path("name").asText();
  }

  String title() {
    return manifest.path("title").asText();
  }

  /** The page's text. */
  String text() {
    var lines = new ArrayList<String>();
    lines.add("# " + title());
    lines.add("");
    lines.add(
        "Connector `%s`, version %s. %s"
            .formatted(name(), manifest.path("version").asText(), hold()));
    lines.add("");
    lines.add("[All connectors](index.md) · [what the words mean](../connectors.md)");
    connect(lines);
    actions(lines);
    budgets(lines);
    if (manifest.has("limits")) {
      heading(lines, "Limits worth knowing");
      lines.add(manifest.path("limits").asText().strip());
    }
    example(lines);
    heading(lines, "Each action");
    lines.add(
        "Fields with * are required. `GET /api/v1/connectors/%s` has the schemas."
            .formatted(name()));
    manifest.path("actions").properties().forEach(a -> action(lines, a.getKey(), a.getValue()));
    lines.add("");
    lines.add(MADE.formatted(name()));
    return String.join("\n", lines) + "\n";
  }

  /** One cell of a table: on one line, without the sign that ends it. */
  static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
  }

  private String hold() {
    return switch (manifest.path("hold").asText()) {
      case "exclusive" -> "Its systems are exclusive: one run at a time acts on an account.";
      case "pool" -> "Its systems are pools: a hold weighs 1 for each 100 calls in flight.";
      default -> "Its systems are shared: any number of runs act on one.";
    };
  }

  private void connect(List<String> lines) {
    heading(lines, "Connect");
    if (manifest.path("environments").isEmpty()) {
      lines.add("Calls need no connection: they name their endpoint and its authentication.");
      return;
    }
    lines.add("| environment | address |");
    lines.add("|---|---|");
    manifest
        .path("environments")
        .properties()
        .forEach(e -> lines.add("| `%s` | `%s` |".formatted(e.getKey(), e.getValue().asText())));
    lines.add("");
    var credentials = SchemaTable.of(manifest.path("credentials"));
    if (credentials.isEmpty()) {
      lines.add("Credentials are any texts; all of them are secret.");
      return;
    }
    lines.add("Credentials, of which secret ones are sealed and never shown again:");
    lines.add("");
    lines.addAll(credentials);
  }

  private void actions(List<String> lines) {
    heading(lines, "Actions");
    lines.add(
        "| action | | retry | undo | prepare | search lag, window | timeout, attempts | takes |");
    lines.add("|---|---|---|---|---|---|---|---|");
    manifest
        .path("actions")
        .properties()
        .forEach(
            entry -> {
              var action = entry.getValue();
              lines.add(
                  "| [`%s`](#%s%s) | %s | %s | %s | %s | %s | %s, %d | %s |"
                      .formatted(
                          entry.getKey(),
                          name(),
                          entry.getKey().toLowerCase(Locale.ROOT),
                          cell(action.path("title").asText()),
                          action.path("retry").asText(),
                          undo(action),
                          action.path("prepares").asBoolean(false) ? "yes" : "",
                          lookUp(action),
                          time(action.path("timeout")),
                          action.path("attempts").asInt(),
                          takes(action)));
            });
  }

  private void budgets(List<String> lines) {
    heading(lines, "Upstream budgets");
    var budgets = manifest.path("budgets");
    if (budgets.isEmpty()) {
      lines.add(
          "None is declared. When it answers 429, nothing is sent before the time that its answer"
              + " names.");
      return;
    }
    lines.add("| budget | of | at most | source |");
    lines.add("|---|---|---|---|");
    budgets
        .properties()
        .forEach(
            entry -> {
              var budget = entry.getValue();
              var of =
                  budget.path("per").asText().equals("account") ? "the account" : "our address";
              var by = budget.has("by") ? ", each `%s`".formatted(budget.path("by").asText()) : "";
              var windows =
                  StreamSupport.stream(budget.path("windows").spliterator(), false)
                      .map(
                          w ->
                              String.format(
                                  Locale.ROOT,
                                  "%,d in %s",
                                  w.path("limit").asInt(),
                                  time(w.path("length"))))
                      .collect(Collectors.joining("; "));
              lines.add(
                  "| `%s` | %s%s | %s | <%s> |"
                      .formatted(entry.getKey(), of, by, windows, budget.path("source").asText()));
            });
  }

  private void example(List<String> lines) {
    var example = manifest.path("example");
    if (example.isMissingNode()) {
      heading(lines, "In a workflow");
      lines.add("[`call: %s`](../workflows.md#call) has a form of its own.".formatted(name()));
      return;
    }
    var function = name() + "." + example.path("action").asText();
    heading(lines, "In a workflow");
    lines.add("```yaml");
    lines.add("- act:");
    lines.add("    call: " + function);
    lines.add("    with:");
    lines.add("      connection: main");
    example
        .path("with")
        .properties()
        .forEach(m -> lines.add("      %s: %s".formatted(m.getKey(), Json.write(m.getValue()))));
    lines.add("```");
    heading(lines, "As a session's step");
    lines.add("```jsonc");
    lines.add("// PUT /api/v1/runs/{id}/steps/act");
    var step = Json.object().put("connection", "main").put("action", function);
    step.set("input", example.path("with"));
    lines.add(Json.write(step));
    lines.add("```");
  }

  private void action(List<String> lines, String action, JsonNode declared) {
    lines.add("");
    lines.add("### %s.%s".formatted(name(), action));
    lines.add("");
    lines.add(declared.path("title").asText() + ".");
    table(lines, "Arguments", declared.path("input"));
    table(lines, "Output", declared.path("output"));
  }

  private static void table(List<String> lines, String what, JsonNode schema) {
    var rows = SchemaTable.of(schema);
    lines.add("");
    if (rows.isEmpty()) {
      lines.add(
          what + ": " + (schema.has("additionalProperties") ? "none." : "as the platform says."));
      return;
    }
    lines.add(what + ":");
    lines.add("");
    lines.addAll(rows);
  }

  private static String undo(JsonNode action) {
    var undo = action.path("undo");
    return undo.isMissingNode()
        ? ""
        : undo.has("action")
            ? "%s: `%s`".formatted(undo.path("class").asText(), undo.path("action").asText())
            : undo.path("class").asText();
  }

  private static String lookUp(JsonNode action) {
    var lookUp = action.path("lookUp");
    return lookUp.isMissingNode()
        ? ""
        : time(lookUp.path("searchLag")) + ", " + time(lookUp.path("window"));
  }

  private static String takes(JsonNode action) {
    return action.path("takes").properties().stream()
        .map(t -> "%d `%s`".formatted(t.getValue().asInt(), t.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** In the largest unit that needs no fraction. */
  private static String time(JsonNode iso) {
    var time = Duration.parse(iso.asText());
    if (time.toDays() > 0 && time.equals(Duration.ofDays(time.toDays()))) {
      return time.toDays() + " d";
    }
    if (time.toHours() > 0 && time.equals(Duration.ofHours(time.toHours()))) {
      return time.toHours() + " h";
    }
    return time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private static void heading(List<String> lines, String text) {
    lines.add("");
    lines.add("## " + text);
    lines.add("");
  }
}
