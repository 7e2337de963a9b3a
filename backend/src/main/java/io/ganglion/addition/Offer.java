package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Manifest;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One operation or tool, as an action.
 *
 * @param name of the action; stays with its operation for good
 * @param title what it does, as its author says; at most 200 characters
 * @param input JSON Schema of its arguments
 * @param output JSON Schema of its answer
 * @param wire how it is sent
 * @param claim the retry class that its method or its server's hints speak for
 * @param missing why it can't be called; empty: it can
 * @param words what the tenant says of it
 */
public record Offer(
    String name,
    String title,
    JsonNode input,
    JsonNode output,
    Wire wire,
    RetryClass claim,
    Optional<String> missing,
    Words words) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 4;

  /** Whether it can be called. */
  public boolean offered() {
    return missing.isEmpty() && words.offered();
  }

  /**
   * What may follow an attempt nobody knows the outcome of: by the tenant's word, else by HTTP's
   * rules. What a server says of its own tools counts once the tenant repeats it.
   */
  public RetryClass retryClass() {
    return words
        .retry()
        .orElseGet(
            () ->
                switch (wire) {
                  case Wire.Http http -> claim;
                  case Wire.Tool tool -> RetryClass.BLIND;
                });
  }

  /** How it can be taken back: not at all, unless the tenant names how. */
  public UndoClass undoClass() {
    return words
        .undo()
        .map(Words.Undo::undoClass)
        .orElse(retryClass() == RetryClass.PURE ? UndoClass.REVERSIBLE : UndoClass.IRREVERSIBLE);
  }

  Offer saying(Words others) {
    return new Offer(name, title, input, output, wire, claim, missing, others);
  }

  Offer named(String other) {
    return new Offer(other, title, input, output, wire, claim, missing, words);
  }

  Offer gone(String why) {
    return new Offer(name, title, input, output, wire, claim, Optional.of(why), words);
  }

  /** What it is to its server, e.g. {@code POST /items} or a tool's name. */
  public String wireKey() {
    return wire.key();
  }

  /** As the rest of the platform knows actions. */
  public Manifest.Action action() {
    return new Manifest.Action(
        name,
        title,
        shownInput(),
        output,
        retryClass(),
        undoClass(),
        true, // how it is sent is fixed then
        Optional.empty(),
        words.undo().map(Words.Undo::action),
        wire instanceof Wire.Tool ? TOOL_TIMEOUT : TIMEOUT,
        ATTEMPTS,
        Map.of(),
        Map.of());
  }

  /** Without the header that we fill ourselves. */
  private JsonNode shownInput() {
    return wire instanceof Wire.Http http
        ? words.idempotencyHeader().map(header -> http.without(header, input)).orElse(input)
        : input;
  }

  /** How it is sent now, as an intent keeps it. */
  JsonNode frozen() {
    return wire instanceof Wire.Http http && words.idempotencyHeader().isPresent()
        ? http.keyed(words.idempotencyHeader().get()).toJson()
        : wire.toJson();
  }
}
