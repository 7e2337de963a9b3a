package io.ganglion.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.OpenAi;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;

/**
 * {@code POST /v1/embeddings}: a text's vector counts its words by their hash, so that texts of the
 * same words are near each other. Of length 1.
 */
final class Vectors {
  private static final int DIMENSIONS = 64;
  private static final int MOST_DIMENSIONS = 1_024;
  private static final int MOST_TEXTS = 2_048;

  private Vectors() {}

  static Reply embed(Scene scene, Request request) throws SQLException {
    var body = request.call().json().orElseGet(Json::object);
    var name = body.path("model").asText("");
    if (WeakModel.named(name).isEmpty()) {
      return OpenAi.unknownModel(name);
    }
    var input = body.path("input");
    var texts = input.isTextual() ? Json.mapper().createArrayNode().add(input) : input;
    int dimensions = body.path("dimensions").asInt(DIMENSIONS);
    if (!texts.isArray() || texts.isEmpty() || texts.size() > MOST_TEXTS) {
      return OpenAi.invalid("input", "'input' must be a string or a list of 1 to 2048 strings.");
    }
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      return OpenAi.invalid("dimensions", "'dimensions' must be between 1 and 1024.");
    }
    var reply = Json.object().put("object", "list").put("model", name);
    var data = reply.putArray("data");
    int tokens = 0;
    for (JsonNode text : texts) {
      var one = data.addObject().put("object", "embedding").put("index", data.size() - 1);
      one.set("embedding", vector(text.asText(), dimensions));
      tokens += Completions.tokens(text.asText());
    }
    reply.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
    var entry = Json.object().put("model", name).put("texts", texts.size());
    scene.journal("model.embedded", "emb-lab" + scene.number(), entry);
    return Reply.ok(reply);
  }

  private static ArrayNode vector(String text, int dimensions) {
    var counts = new double[dimensions];
    for (var word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
      var hash = Json.sha256(word).getBytes(StandardCharsets.UTF_8);
      counts[Math.floorMod(java.util.Arrays.hashCode(hash), dimensions)] += 1;
    }
    double length = 0;
    for (double count : counts) {
      length += count * count;
    }
    var vector = Json.mapper().createArrayNode();
    for (double count : counts) {
      vector.add(count / Math.sqrt(length));
    }
    return vector;
  }
}
