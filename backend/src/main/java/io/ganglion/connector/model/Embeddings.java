package io.ganglion.connector.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Answers;
import io.ganglion.connector.OpenAiReads;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Session;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;

/** Texts as vectors, in the order of the texts. */
final class Embeddings {
  private Embeddings() {}

  static PlatformCall call(Session session, Act act) {
    var body = Json.object().put("encoding_format", "float");
    act.arguments().properties().forEach(entry -> body.set(entry.getKey(), entry.getValue()));
    return OpenAiReads.call(session, act, "POST", "/v1/embeddings").json(body);
  }

  static Outcome read(HttpResult.Answered answer) throws IOException {
    var body = Answers.json(answer);
    var vectors = new TreeMap<Integer, JsonNode>();
    for (var one : body.path("data")) {
      if (!one.path("embedding").isArray() || one.path("embedding").isEmpty()) {
        throw new IOException("no vector");
      }
      vectors.put(one.path("index").asInt(vectors.size()), one.path("embedding"));
    }
    if (vectors.isEmpty()) {
      throw new IOException("no vector");
    }
    var output = Json.object().put("model", Answers.text(body, "/model"));
    output.putArray("embeddings").addAll(vectors.values());
    output.set("usage", body.path("usage").isObject() ? body.path("usage") : Json.object());
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
