package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How an API knows its callers. Used once. */
final class SecurityReading {
  private static final int MAX_SCHEMES = 10;
  private static final int MAX_TITLE = 80;
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  /** A client that lets others fill these lets them frame its requests. */
  private static final Set<String> OURS =
      Set.of(
          "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "expect");

  private final ApiDocument document;
  private final Map<String, Scheme> schemes = new LinkedHashMap<>();

  SecurityReading(ApiDocument document) {
    this.document = document;
    var names = new Identifiers(Set.of());
    for (var entry : document.root().at("/components/securitySchemes").properties()) {
      if (schemes.size() < MAX_SCHEMES) {
        document
            .local(entry.getValue())
            .flatMap(json -> scheme(names, entry.getKey(), json))
            .ifPresent(scheme -> schemes.put(entry.getKey(), scheme));
      }
    }
  }

  List<Scheme> schemes() {
    return List.copyOf(schemes.values());
  }

  /**
   * The alternatives of an operation.
   *
   * @throws NotServed if all of them ask for what is not offered
   */
  List<List<String>> of(JsonNode operation) throws NotServed {
    var asked = operation.has("security") ? operation : document.root();
    if (!asked.has("security")) {
      return untold();
    }
    var alternatives = new ArrayList<List<String>>();
    for (var requirement : asked.path("security")) {
      var names = new ArrayList<String>();
      requirement.fieldNames().forEachRemaining(names::add);
      if (schemes.keySet().containsAll(names)) {
        alternatives.add(names.stream().map(this::member).toList());
      }
    }
    if (alternatives.isEmpty() && !asked.path("security").isEmpty()) {
      throw new NotServed(
          "it asks for an authentication that is not offered; offered are API keys in a header or"
              + " the query, basic, bearer and client credentials");
    }
    return alternatives;
  }

  private String member(String scheme) {
    return java.util.Objects.requireNonNull(schemes.get(scheme)).name();
  }

  /** Many documents describe schemes and forget to say where they are asked for. */
  private List<List<String>> untold() {
    var any = new ArrayList<List<String>>();
    schemes.values().forEach(scheme -> any.add(List.of(scheme.name())));
    any.add(List.of());
    return any;
  }

  private static Optional<Scheme> scheme(Identifiers names, String key, JsonNode json) {
    return kind(json)
        .map(
            kind ->
                new Scheme(
                    names.keeping(key),
                    kind,
                    OneLine.cut(key, MAX_TITLE),
                    key(kind, json),
                    scopes(kind, json)));
  }

  private static Optional<Scheme.Kind> kind(JsonNode json) {
    var name = json.path("name").asText();
    boolean header =
        HEADER.matcher(name).matches() && !OURS.contains(name.toLowerCase(Locale.ROOT));
    return switch (json.path("type").asText()) {
      case "apiKey" ->
          switch (json.path("in").asText()) {
            case "header" -> header ? Optional.of(Scheme.Kind.HEADER) : Optional.empty();
            case "query" -> name.isEmpty() ? Optional.empty() : Optional.of(Scheme.Kind.QUERY);
            default -> Optional.empty();
          };
      case "http" ->
          switch (json.path("scheme").asText().toLowerCase(Locale.ROOT)) {
            case "basic" -> Optional.of(Scheme.Kind.BASIC);
            case "bearer" -> Optional.of(Scheme.Kind.BEARER);
            default -> Optional.empty();
          };
      // A token that somebody else got serves, too.
      case "oauth2" ->
          Optional.of(
              tokenUrl(json).isPresent() ? Scheme.Kind.CLIENT_CREDENTIALS : Scheme.Kind.BEARER);
      case "openIdConnect" -> Optional.of(Scheme.Kind.BEARER);
      default -> Optional.empty();
    };
  }

  private static String key(Scheme.Kind kind, JsonNode json) {
    return switch (kind) {
      case HEADER, QUERY -> json.path("name").asText();
      case CLIENT_CREDENTIALS -> tokenUrl(json).map(URI::toString).orElse("");
      case BASIC, BEARER -> "";
    };
  }

  private static List<String> scopes(Scheme.Kind kind, JsonNode json) {
    if (kind != Scheme.Kind.CLIENT_CREDENTIALS) {
      return List.of();
    }
    var scopes = new ArrayList<String>();
    json.at("/flows/clientCredentials/scopes").fieldNames().forEachRemaining(scopes::add);
    return scopes;
  }

  /** A secret goes there, so nothing but https will do. */
  private static Optional<URI> tokenUrl(JsonNode json) {
    try {
      return Optional.of(URI.create(json.at("/flows/clientCredentials/tokenUrl").asText()))
          .filter(url -> "https".equals(url.getScheme()) && url.getHost() != null)
          .filter(url -> url.getRawUserInfo() == null && url.getRawPath().startsWith("/"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
