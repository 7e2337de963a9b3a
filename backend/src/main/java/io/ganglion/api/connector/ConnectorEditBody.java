package io.ganglion.api.connector;

import io.ganglion.addition.Addition;
import io.ganglion.addition.Edit;
import io.ganglion.addition.Words;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.InvalidRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a connector of one's own; what is left out stays. */
@Schema(name = "ConnectorEdit")
public record ConnectorEditBody(
    @Nullable String title,
    @Schema(examples = "https://api.shop.example/v2") @Nullable URI baseUrl,
    @Nullable IdentityBody identity,
    @Schema(
            description = "By the actions' names",
            examples = "{\"addItem\": {\"idempotency_header\": \"Idempotency-Key\"}}")
        @Nullable Map<String, ActionEditBody> actions) {
  private static final int MAX_ACTIONS = 1_000;

  /** How the account behind credentials is found. */
  @Schema(
      name = "ConnectorIdentity",
      description =
          "How the account behind credentials is found, so that two keys of one account are one"
              + " system")
  public record IdentityBody(
      @Schema(
              required = true,
              description =
                  "An action that is pure and needs no arguments; empty: the credentials alone"
                      + " tell",
              examples = "getMe")
          @Nullable String action,
      @Schema(
              description = "JSON pointer to the account's stable identifier in its output",
              examples = "/id")
          @Nullable String pointer) {}

  /** What the tenant says of one action. */
  @Schema(name = "ActionEdit")
  public record ActionEditBody(
      @Schema(description = "Whether it may be called") @Nullable Boolean offered,
      @Schema(
              enumeration = {"pure", "idempotent", "blind"},
              description =
                  "What may follow an attempt nobody knows the outcome of. It is taken at your"
                      + " word: pure and idempotent ones are sent again.")
          @Nullable String retryClass,
      @Schema(
              description =
                  "A header that the API dedupes by: it is filled with a key that is the same in"
                      + " all attempts of one intent, and the action is idempotent. Empty: none",
              examples = "Idempotency-Key")
          @Nullable String idempotencyHeader,
      @Nullable UndoBody undo) {

    Edit.OfAction edit(String pointer) {
      return new Edit.OfAction(
          Optional.ofNullable(offered),
          Optional.ofNullable(retryClass).map(word -> retry(word, pointer + "/retry_class")),
          Optional.ofNullable(idempotencyHeader),
          undo == null ? Optional.empty() : Optional.of(undo.undo(pointer + "/undo")));
    }

    private static RetryClass retry(String word, String pointer) {
      try {
        return RetryClass.valueOf(word.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new InvalidRequest(pointer, "send pure, idempotent or blind");
      }
    }
  }

  /** How an action is taken back. */
  @Schema(name = "UndoEdit", description = "How an action is taken back")
  public record UndoBody(
      @Schema(
              required = true,
              enumeration = {"reversible", "compensable", "irreversible"},
              description =
                  "irreversible: nothing takes it back, and it needs an approval unless the agent's"
                      + " policy allows it",
              examples = "reversible")
          @Nullable String undoClass,
      @Schema(description = "The connector's action that takes it back", examples = "deleteItem")
          @Nullable String action,
      @Schema(
              description =
                  "Its arguments by JSON pointers into what landed: /input, /output, /reference",
              examples = "{\"itemId\": \"/output/id\"}")
          @Nullable Map<String, String> arguments) {

    Optional<Words.Undo> undo(String pointer) {
      var word = undoClass == null ? "" : undoClass;
      if (word.equals("irreversible")) {
        return Optional.empty();
      }
      if (!word.equals("reversible") && !word.equals("compensable")) {
        throw new InvalidRequest(
            pointer + "/undo_class", "send reversible, compensable or irreversible");
      }
      if (action == null) {
        throw new InvalidRequest(pointer + "/action", "name the action that takes it back");
      }
      var given = arguments == null ? Map.<String, String>of() : arguments;
      var kept = new HashMap<String, String>();
      for (var entry : given.entrySet()) {
        if (entry.getValue() == null) {
          throw new InvalidRequest(
              pointer + "/arguments/" + entry.getKey(), "send a JSON pointer, e.g. /output/id");
        }
        kept.put(entry.getKey(), entry.getValue());
      }
      return Optional.of(
          new Words.Undo(UndoClass.valueOf(word.toUpperCase(Locale.ROOT)), action, kept));
    }
  }

  Edit edit() {
    var edits = new HashMap<String, Edit.OfAction>();
    var given = actions == null ? Map.<String, ActionEditBody>of() : actions;
    if (given.size() > MAX_ACTIONS) {
      throw new InvalidRequest("/actions", "send at most %d".formatted(MAX_ACTIONS));
    }
    for (var entry : given.entrySet()) {
      var pointer = "/actions/" + entry.getKey();
      if (entry.getValue() == null) {
        throw new InvalidRequest(pointer, "send an object");
      }
      edits.put(entry.getKey(), entry.getValue().edit(pointer));
    }
    return new Edit(
        Optional.ofNullable(title),
        Optional.ofNullable(baseUrl),
        identity == null ? Optional.empty() : Optional.of(identity(identity)),
        edits);
  }

  private static Optional<Addition.Identity> identity(IdentityBody body) {
    if (body.action() == null || body.action().isEmpty()) {
      return Optional.empty();
    }
    if (body.pointer() == null || body.pointer().isEmpty()) {
      throw new InvalidRequest(
          "/identity/pointer", "say where in its output the account's identifier is, e.g. /id");
    }
    return Optional.of(new Addition.Identity(body.action(), body.pointer()));
  }
}
