package io.ganglion.addition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI document of version 3.0 or 3.1.
 *
 * @param from where it was fetched, to which its relative servers belong; empty: it was pasted
 */
record ApiDocument(JsonNode root, Optional<URI> from) {
  /** The most operations that one may have. */
  static final int MAX_OPERATIONS = 300;

  static final String POINTER = "/document";
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final int MAX_HOPS = 16;

  /**
   * An operation where it stands.
   *
   * @param item the path's entry, whose parameters hold for all of its operations
   */
  record Place(String path, String method, JsonNode item, JsonNode operation) {}

  /**
   * Refuses what is no such document.
   *
   * @throws InvalidRequest saying what to send
   */
  static ApiDocument of(JsonNode root, Optional<URI> from) {
    var version = root.path("openapi").asText();
    if (!version.startsWith("3.0") && !version.startsWith("3.1")) {
      throw new InvalidRequest(
          POINTER,
          root.has("swagger")
              ? "this is a Swagger 2 document; convert it to OpenAPI 3 and send that"
              : "send an OpenAPI 3.0 or 3.1 document, in JSON or YAML");
    }
    return new ApiDocument(root, from);
  }

  String title() {
    return root.at("/info/title").asText();
  }

  /**
   * Every operation, in the document's order.
   *
   * @throws InvalidRequest if there are too many
   */
  List<Place> operations() {
    var all = new ArrayList<Place>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      var item = local(path.getValue()).orElse(path.getValue());
      for (var entry : item.properties()) {
        if (METHODS.contains(entry.getKey())) {
          all.add(
              new Place(
                  path.getKey(), entry.getKey().toUpperCase(Locale.ROOT), item, entry.getValue()));
        }
      }
    }
    if (all.size() > MAX_OPERATIONS) {
      throw new InvalidRequest(
          POINTER,
          "it has %d operations, and %d can be taken; leave out those you don't need"
              .formatted(all.size(), MAX_OPERATIONS));
    }
    return all;
  }

  /** What a reference leads to, or the value itself; empty for one that leads out or nowhere. */
  Optional<JsonNode> local(JsonNode value) {
    var at = value;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
      var reference = at.path("$ref");
      if (!reference.isTextual()) {
        return at.isMissingNode() ? Optional.empty() : Optional.of(at);
      }
      var text = reference.textValue();
      if (!text.startsWith("#/")) {
        return Optional.empty();
      }
      at = root.at(JsonPointer.compile(decoded(text.substring(1))));
    }
    return Optional.empty();
  }

  /**
   * As {@link #local}, where there has to be something.
   *
   * @throws NotServed if it leads out of the document, or nowhere
   */
  JsonNode resolved(JsonNode value) throws NotServed {
    var found = local(value);
    if (found.isEmpty()) {
      throw new NotServed(
          "it refers to '%s', which is not in this document; send one document that has all"
              .formatted(OneLine.cut(value.path("$ref").asText(), 100)));
    }
    return found.get();
  }

  /** The address of its first server; empty where it names none that can be told. */
  Optional<URI> server() {
    return server(root);
  }

  /** The address of the first server that a part of it names. */
  Optional<URI> server(JsonNode part) {
    var server = part.path("servers").path(0);
    var url = server.path("url").asText("");
    for (var variable : server.path("variables").properties()) {
      url =
          url.replace(
              "{" + variable.getKey() + "}", variable.getValue().path("default").asText(""));
    }
    try {
      var given = URI.create(url);
      var absolute = from.map(base -> base.resolve(given)).orElse(given);
      return absolute.isAbsolute() ? Optional.of(absolute) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String fragment) {
    return fragment.replace("%7B", "{").replace("%7D", "}").replace("%20", " ");
  }
}
