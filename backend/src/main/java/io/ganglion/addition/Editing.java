package io.ganglion.addition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.kernel.InvalidRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Applies a tenant's words and refuses those that contradict each other. Pure. */
final class Editing {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Set by what sends a request, or by the authentication. */
  private static final Set<String> TAKEN =
      Set.of(
          "accept",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Editing() {}

  /**
   * @throws InvalidRequest at the first contradiction
   */
  static Addition edited(Addition before, Edit edit) {
    for (var name : edit.actions().keySet()) {
      if (before.offer(name).isEmpty()) {
        throw new InvalidRequest("/actions/" + name, "it has no action of this name");
      }
    }
    var offers =
        before.offers().stream()
            .map(
                offer -> {
                  var said = edit.actions().get(offer.name());
                  return said == null ? offer : edited(offer, said);
                })
            .toList();
    var after =
        new Addition(
            before.name(),
            before.kind(),
            edit.title().orElse(before.title()),
            edit.address().orElse(before.address()),
            before.schemes(),
            edit.identity().orElse(before.identity()),
            offers,
            before.version(),
            before.createdAt());
    check(after);
    return after;
  }

  private static Offer edited(Offer offer, Edit.OfAction said) {
    var words = offer.words();
    var pointer = "/actions/" + offer.name();
    var header = said.idempotencyHeader().or(words::idempotencyHeader).filter(it -> !it.isEmpty());
    var retry = said.retry().or(words::retry);
    if (header.isPresent() && said.retry().isEmpty() && said.idempotencyHeader().isPresent()) {
      retry = Optional.of(RetryClass.IDEMPOTENT);
    }
    if (retry.filter(it -> it == RetryClass.RECONCILABLE).isPresent()) {
      throw new InvalidRequest(
          pointer + "/retry_class",
          "nothing here can be looked up; send pure, idempotent or blind");
    }
    header.ifPresent(name -> header(offer, name, pointer));
    return offer.saying(
        new Words(
            said.offered().orElse(words.offered()),
            retry,
            header,
            said.undo().orElse(words.undo())));
  }

  private static void header(Offer offer, String name, String pointer) {
    boolean sound =
        offer.wire() instanceof Wire.Http
            && HEADER.matcher(name).matches()
            && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
    if (!sound) {
      throw new InvalidRequest(
          pointer + "/idempotency_header",
          "send the name of a header that the API dedupes by, e.g. Idempotency-Key; tools have"
              + " none");
    }
  }

  /** What has to hold between actions. */
  static void check(Addition addition) {
    for (var offer : addition.offers()) {
      var pointer = "/actions/" + offer.name();
      boolean keyed = offer.words().idempotencyHeader().isPresent();
      if (keyed && offer.retryClass() != RetryClass.IDEMPOTENT) {
        throw new InvalidRequest(
            pointer + "/retry_class",
            "an action with an idempotency header is idempotent; send that, or take the header"
                + " away");
      }
      offer
          .words()
          .undo()
          .filter(undo -> offer.offered())
          .ifPresent(undo -> undo(addition, offer, undo, pointer + "/undo"));
    }
    addition
        .identity()
        .filter(identity -> !addition.tells(identity.action()))
        .ifPresent(
            identity -> {
              throw new InvalidRequest(
                  "/identity/action",
                  "name an action that is offered, pure and needs no arguments");
            });
    addition.identity().ifPresent(identity -> pointer(identity.pointer(), "/identity/pointer"));
  }

  private static void undo(Addition addition, Offer offer, Words.Undo undo, String pointer) {
    if (offer.retryClass() == RetryClass.PURE) {
      throw new InvalidRequest(pointer, "a pure action has nothing to take back");
    }
    var back =
        addition
            .offer(undo.action())
            .filter(Offer::offered)
            .filter(other -> !other.name().equals(offer.name()))
            .orElseThrow(
                () ->
                    new InvalidRequest(
                        pointer + "/action", "name another action of it that is offered"));
    var input = back.action().input();
    for (var name : undo.arguments().keySet()) {
      if (!input.path("properties").has(name)) {
        throw new InvalidRequest(
            pointer + "/arguments/" + name, "%s has no such argument".formatted(back.name()));
      }
      pointer(String.valueOf(undo.arguments().get(name)), pointer + "/arguments/" + name);
    }
    var needed = input.path("required").valueStream().map(JsonNode::asText).toList();
    if (!undo.arguments().keySet().containsAll(needed)) {
      throw new InvalidRequest(
          pointer + "/arguments",
          "say where %s of %s comes from, e.g. /output/id"
              .formatted(String.join(", ", List.copyOf(needed)), back.name()));
    }
  }

  private static void pointer(String text, String where) {
    try {
      if (text.length() <= 500) {
        JsonPointer.compile(text);
        return;
      }
    } catch (IllegalArgumentException e) { // told below
    }
    throw new InvalidRequest(where, "send a JSON pointer, e.g. /output/id");
  }
}
