package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.connector.RetryClass;
import io.ganglion.connector.UndoClass;
import io.ganglion.kernel.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Additions as their rows keep them. Pure. */
final class AdditionJson {
  private static final String OFFERS = "offers";
  private static final String SCHEMES = "schemes";
  private static final String IDENTITY = "identity";

  private AdditionJson() {}

  static String write(Addition addition) {
    var json = Json.object();
    addition.schemes().forEach(scheme -> json.withArray("/" + SCHEMES).add(scheme.toJson()));
    addition
        .identity()
        .ifPresent(
            identity ->
                json.putObject(IDENTITY)
                    .put("action", identity.action())
                    .put("pointer", identity.pointer()));
    addition.offers().forEach(offer -> json.withArray("/" + OFFERS).add(json(offer)));
    return Json.write(json);
  }

  static List<Scheme> schemes(JsonNode json) {
    return json.path(SCHEMES).valueStream().map(Scheme::of).toList();
  }

  static Optional<Addition.Identity> identity(JsonNode json) {
    var identity = json.path(IDENTITY);
    return identity.isObject()
        ? Optional.of(
            new Addition.Identity(
                identity.path("action").asText(), identity.path("pointer").asText()))
        : Optional.empty();
  }

  static List<Offer> offers(JsonNode json) {
    return json.path(OFFERS).valueStream().map(AdditionJson::offer).toList();
  }

  private static ObjectNode json(Offer offer) {
    var json = Json.object().put("name", offer.name()).put("title", offer.title());
    json.set("input", offer.input());
    json.set("output", offer.output());
    json.set("wire", offer.wire().toJson());
    json.put("claim", offer.claim().word());
    offer.missing().ifPresent(why -> json.put("missing", why));
    var words = json.putObject("words").put("offered", offer.words().offered());
    offer.words().retry().ifPresent(retry -> words.put("retry", retry.word()));
    offer.words().idempotencyHeader().ifPresent(name -> words.put("idempotency_header", name));
    offer.words().undo().ifPresent(undo -> words.set("undo", json(undo)));
    return json;
  }

  private static ObjectNode json(Words.Undo undo) {
    var json = Json.object().put("class", undo.undoClass().word()).put("action", undo.action());
    var arguments = json.putObject("arguments");
    undo.arguments().forEach(arguments::put);
    return json;
  }

  private static Offer offer(JsonNode json) {
    return new Offer(
        json.path("name").asText(),
        json.path("title").asText(),
        json.path("input"),
        json.path("output"),
        Wire.of(json.path("wire")),
        retry(json.path("claim").asText()),
        Optional.ofNullable(json.path("missing").textValue()),
        words(json.path("words")));
  }

  private static Words words(JsonNode json) {
    return new Words(
        json.path("offered").asBoolean(true),
        Optional.ofNullable(json.path("retry").textValue()).map(AdditionJson::retry),
        Optional.ofNullable(json.path("idempotency_header").textValue()),
        json.path("undo").isObject() ? Optional.of(undo(json.path("undo"))) : Optional.empty());
  }

  private static Words.Undo undo(JsonNode json) {
    var arguments = new HashMap<String, String>();
    json.path("arguments")
        .properties()
        .forEach(e -> arguments.put(e.getKey(), e.getValue().asText()));
    return new Words.Undo(
        UndoClass.valueOf(json.path("class").asText().toUpperCase(Locale.ROOT)),
        json.path("action").asText(),
        arguments);
  }

  private static RetryClass retry(String word) {
    return RetryClass.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
