package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A connection's secrets, open in memory only while one call needs them.
 *
 * @param plain names of members that are no secrets (an account's name, a server's address)
 */
public record Credentials(JsonNode values, Set<String> plain) {
  public Credentials {
    plain = Set.copyOf(plain);
  }

  /** All of it is secret. */
  public Credentials(JsonNode values) {
    this(values, Set.of());
  }

  /** The same, where members of these names may be told. */
  public Credentials telling(Set<String> names) {
    return new Credentials(values, names);
  }

  /** With one secret more, e.g. a token that was got by the others. */
  public Credentials with(String name, String secret) {
    var more = Json.object();
    values.properties().forEach(entry -> more.set(entry.getKey(), entry.getValue()));
    return new Credentials(more.put(name, secret), plain);
  }

  /**
   * One text member.
   *
   * @throws IllegalStateException if the manifest promised a member that is not there
   */
  public String text(String name) {
    var value = values.path(name);
    if (!value.isTextual()) {
      throw new IllegalStateException("credential member %s is missing".formatted(name));
    }
    return value.textValue();
  }

  /**
   * A text with every one of these secrets blotted out, as it is and as Base64, hexadecimal or an
   * address would have it; for what a platform says in its errors, which may repeat what it was
   * sent.
   */
  public String hide(String text) {
    return hide(text, forms());
  }

  /** A value with every one of these secrets blotted out of its texts; names are left alone. */
  public JsonNode hide(JsonNode value) {
    var secrets = values.isEmpty() ? List.<String>of() : forms();
    return secrets.isEmpty() ? value : hide(value, secrets);
  }

  private static JsonNode hide(JsonNode value, List<String> secrets) {
    return switch (value) {
      case ObjectNode object -> {
        var copy = Json.object();
        object.properties().forEach(e -> copy.set(e.getKey(), hide(e.getValue(), secrets)));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = Json.mapper().createArrayNode();
        array.forEach(item -> copy.add(hide(item, secrets)));
        yield copy;
      }
      case TextNode text -> TextNode.valueOf(hide(text.textValue(), secrets));
      default -> value;
    };
  }

  private static String hide(String text, List<String> secrets) {
    var hidden = text;
    for (var secret : secrets) {
      hidden = hidden.replace(secret, "[redacted]");
    }
    return hidden;
  }

  /** Longest first over all secrets: one may be a piece of another's form. */
  private List<String> forms() {
    var all =
        values.isObject()
            ? values.properties().stream()
                .filter(member -> !plain.contains(member.getKey()))
                .flatMap(member -> secrets(member.getValue()))
            : secrets(values);
    return all.flatMap(secret -> SecretForms.of(secret).stream())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Stream<String> secrets(JsonNode node) {
    return node.isContainerNode()
        ? node.valueStream().flatMap(Credentials::secrets)
        : Stream.of(node.asText())
            .filter(s -> node.isTextual() && s.length() >= SecretForms.SHORTEST);
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Credentials[redacted]";
  }
}
