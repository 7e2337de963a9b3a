package io.ganglion.connector;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads manifests, of which {@code connectors/<name>/manifest.yaml} are those shipped. */
public final class Manifests {
  private static final String SCHEMA = "connectors/manifest.schema.json";

  private Manifests() {}

  /**
   * The manifest shipped for a connector. Tests {@linkplain #check check} each; a start does not do
   * so again.
   *
   * @throws ManifestRejected if it is missing
   */
  public static Manifest load(String name) {
    return parse(document(name, shipped(name)));
  }

  /** The text of the manifest shipped for a connector. */
  static String shipped(String name) {
    return resource("connectors/%s/manifest.yaml".formatted(name));
  }

  /**
   * Reads a manifest's text.
   *
   * @param name what it must call itself
   * @throws ManifestRejected if it breaks the schema or contradicts itself
   */
  static Manifest check(String name, String yaml) {
    var document = document(name, yaml);
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var broken = registry.getSchema(Json.read(resource(SCHEMA))).validate(document);
    if (!broken.isEmpty()) {
      throw new ManifestRejected(
          name, broken.stream().map(Error::toString).collect(Collectors.joining("; ")));
    }
    var manifest = parse(document);
    if (!manifest.name().equals(name)) {
      throw new ManifestRejected(name, "calls itself " + manifest.name());
    }
    ManifestRules.check(manifest);
    return manifest;
  }

  private static JsonNode document(String name, String yaml) {
    var load =
        new Load(LoadSettings.builder().setLabel(name).setMaxAliasesForCollections(0).build());
    return Json.mapper().valueToTree(load.loadFromString(yaml));
  }

  private static Manifest parse(JsonNode node) {
    return new Manifest(
        node.path("name").asText(),
        node.path("version").asText(),
        node.path("title").asText(),
        node.path("credentials"),
        members(node.path("environments"), entry -> URI.create(entry.getValue().asText())),
        HoldMode.valueOf(word(node, "hold")),
        node.has("oauth") ? Optional.of(oauth(node.path("oauth"))) : Optional.empty(),
        members(node.path("budgets"), entry -> budget(entry.getKey(), entry.getValue())),
        members(node.path("actions"), entry -> action(entry.getKey(), entry.getValue())),
        members(node.path("polls"), entry -> poll(entry.getKey(), entry.getValue())));
  }

  private static Manifest.Action action(String name, JsonNode node) {
    var undo = node.path("undo");
    var lookUp = node.path("lookUp");
    return new Manifest.Action(
        name,
        node.path("title").asText(),
        node.path("input"),
        node.path("output"),
        RetryClass.valueOf(word(node, "retry")),
        // A pure act changes nothing, so there is nothing that could not be taken back.
        undo.isMissingNode() ? UndoClass.REVERSIBLE : UndoClass.valueOf(word(undo, "class")),
        node.path("prepares").asBoolean(false),
        lookUp.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Manifest.LookUpLimits(
                    duration(lookUp, "searchLag"), duration(lookUp, "window"))),
        Optional.ofNullable(undo.path("action").textValue()),
        duration(node, "timeout"),
        node.path("attempts").asInt(),
        members(node.path("takes"), entry -> entry.getValue().asInt()),
        members(node.path("observes"), entry -> observation(entry.getValue())));
  }

  private static Manifest.Observation observation(JsonNode node) {
    return new Manifest.Observation(
        JsonPointer.compile(node.path("value").asText()),
        Optional.ofNullable(node.path("unless").textValue()));
  }

  private static OAuth oauth(JsonNode node) {
    var token = uri(node, "token");
    var refresh = node.path("refresh");
    return new OAuth(
        uri(node, "authorize"),
        token,
        node.has("exchange") ? Optional.of(exchange(node.path("exchange"))) : Optional.empty(),
        texts(node.path("scopes")),
        node.path("separator").asText(),
        node.path("pkce").asBoolean(),
        OAuth.Proof.valueOf(word(node, "proof")),
        node.path("member").asText(),
        new OAuth.Refresh(
            OAuth.By.valueOf(word(refresh, "by")),
            refresh.has("exchange")
                ? exchange(refresh.path("exchange"))
                : new OAuth.Exchange(token, "refresh_token"),
            duration(refresh, "margin"),
            Set.copyOf(texts(refresh.path("refusals")))));
  }

  private static OAuth.Exchange exchange(JsonNode node) {
    return new OAuth.Exchange(uri(node, "at"), node.path("grant").asText());
  }

  private static URI uri(JsonNode node, String member) {
    return URI.create(node.path(member).asText());
  }

  private static List<String> texts(JsonNode node) {
    return node.valueStream().map(JsonNode::asText).toList();
  }

  private static Manifest.Poll poll(String name, JsonNode node) {
    return new Manifest.Poll(
        name,
        node.path("title").asText(),
        node.path("type").asText(),
        node.path("input"),
        node.has("from")
            ? Optional.of(Manifest.Poll.Point.valueOf(word(node, "from")))
            : Optional.empty(),
        duration(node, "lag"),
        duration(node, "interval"),
        duration(node, "timeout"),
        members(node.path("takes"), entry -> entry.getValue().asInt()));
  }

  private static Manifest.Budget budget(String name, JsonNode node) {
    var windows = new ArrayList<Manifest.Window>();
    for (var window : node.path("windows")) {
      windows.add(new Manifest.Window(window.path("limit").asInt(), duration(window, "length")));
    }
    return new Manifest.Budget(
        name,
        Manifest.Budget.Per.valueOf(word(node, "per")),
        Optional.ofNullable(node.path("by").textValue()),
        windows);
  }

  private static Duration duration(JsonNode node, String member) {
    return Duration.parse(node.path(member).asText());
  }

  private static String word(JsonNode node, String member) {
    return node.path(member).asText().toUpperCase(Locale.ROOT);
  }

  private static <T> Map<String, T> members(
      JsonNode node, Function<Map.Entry<String, JsonNode>, T> read) {
    var members = new HashMap<String, T>();
    node.properties().forEach(entry -> members.put(entry.getKey(), read.apply(entry)));
    return members;
  }

  private static String resource(String path) {
    try (var stream = Manifests.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new ManifestRejected(path, "there is no such resource");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
