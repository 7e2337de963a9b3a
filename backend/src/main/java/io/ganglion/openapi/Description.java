package io.ganglion.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A description of version 2 (Swagger) or 3.
 *
 * @param uri where it came from, to which its relative addresses belong
 */
record Description(URI uri, JsonNode root) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");

  /** References followed from one to the next. */
  private static final int MAX_HOPS = 16;

  private static final int MAX_NAMED = 20;

  Description {
    boolean known =
        root.path("swagger").asText().startsWith("2.")
            || root.path("openapi").asText().startsWith("3.");
    if (!known) {
      throw OpenApiFailed.description("the document is no OpenAPI 3 or Swagger 2 description");
    }
  }

  boolean swagger() {
    return root.has("swagger");
  }

  /** The operation of this id. */
  Operation operation(String id) {
    var known = new TreeSet<String>();
    for (var path : root.path("paths").properties()) {
      var item = resolved(path.getValue());
      for (var entry : item.properties()) {
        var found = entry.getValue().path("operationId").asText("");
        if (METHODS.contains(entry.getKey()) && found.equals(id)) {
          return new Operation(this, path.getKey(), entry.getKey(), item, entry.getValue());
        }
        known.add(found);
      }
    }
    known.remove("");
    throw OpenApiFailed.description(
        "the OpenAPI document has no operation '%s'; it has %s%s"
            .formatted(
                id,
                String.join(", ", known.stream().limit(MAX_NAMED).toList()),
                known.size() > MAX_NAMED ? " and more" : ""));
  }

  /** The value itself, or what its reference in this document leads to. */
  JsonNode resolved(JsonNode value) {
    var at = value;
    for (int hop = 0; hop < MAX_HOPS; hop++) {
      var reference = at.path("$ref").asText("");
      if (reference.isEmpty()) {
        return at;
      }
      if (!reference.startsWith("#/")) {
        throw OpenApiFailed.description(
            "the OpenAPI document refers to another one; serve it as one document");
      }
      at = root.at(JsonPointer.compile(reference.substring(1)));
    }
    throw OpenApiFailed.description("references in the OpenAPI document lead on without end");
  }

  /** The address that the operation's path is appended to, without a trailing slash. */
  String base(List<JsonNode> places) {
    var base = swagger() ? swaggerBase() : server(places);
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private String server(List<JsonNode> places) {
    for (var place : places) {
      var server = place.path("servers").path(0);
      if (server.path("url").isTextual()) {
        var url = server.path("url").textValue();
        for (var variable : server.path("variables").properties()) {
          url =
              url.replace(
                  "{" + variable.getKey() + "}", variable.getValue().path("default").asText(""));
        }
        return absolute(url);
      }
    }
    return absolute("/");
  }

  private String swaggerBase() {
    var scheme = uri.getScheme();
    var schemes = root.path("schemes").valueStream().map(JsonNode::asText).toList();
    if (!schemes.isEmpty() && !schemes.contains(scheme)) {
      scheme = schemes.contains("https") ? "https" : schemes.getFirst();
    }
    var host = root.path("host").asText(uri.getRawAuthority());
    return scheme + "://" + host + root.path("basePath").asText("");
  }

  private String absolute(String url) {
    try {
      return uri.resolve(url).toString();
    } catch (IllegalArgumentException e) {
      throw OpenApiFailed.description("the OpenAPI document's server is no address");
    }
  }
}
