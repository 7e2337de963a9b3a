package io.ganglion.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.util.Optional;

/**
 * What all OpenAI-compatible servers can be asked, whatever they make: which models, what rules.
 */
public final class OpenAiReads {
  /** A server that lists more is believed for so many. */
  private static final int MAX_MODELS = 2_000;

  private OpenAiReads() {}

  /** A call with the session's key. */
  public static PlatformCall call(Session session, Act act, String method, String path) {
    return PlatformCall.of(session, method, path, act.action().timeout())
        .bearer(session.credentials().text("api_key"));
  }

  public static PlatformCall models(Session session, Act act) {
    return call(session, act, "GET", "/v1/models");
  }

  public static PlatformCall model(Session session, Act act) {
    // a name may have slashes, which servers take as they are
    var name = Query.encode(act.arguments().path("id").asText()).replace("%2F", "/");
    return call(session, act, "GET", "/v1/models/" + name);
  }

  /** Whether a text or a picture breaks the server's rules. */
  public static PlatformCall moderation(Session session, Act act) {
    var arguments = act.arguments();
    var body = Json.object();
    var input = body.putArray("input");
    if (arguments.has("text")) {
      input.addObject().put("type", "text").set("text", arguments.path("text"));
    }
    if (arguments.has("image_url")) {
      input
          .addObject()
          .put("type", "image_url")
          .putObject("image_url")
          .set("url", arguments.path("image_url"));
    }
    if (arguments.has("model")) {
      body.set("model", arguments.path("model"));
    }
    return call(session, act, "POST", "/v1/moderations").json(body);
  }

  public static Outcome modelList(HttpResult.Answered answer) throws IOException {
    var data = Answers.json(answer).path("data");
    if (!data.isArray()) {
      throw new IOException("no list");
    }
    var output = Json.object();
    var models = output.putArray("models");
    for (var model : data) {
      if (models.size() < MAX_MODELS) {
        models.add(Answers.text(model, "/id"));
      }
    }
    return landed(output);
  }

  public static Outcome oneModel(HttpResult.Answered answer) throws IOException {
    var model = Answers.json(answer);
    var output = Json.object().put("id", Answers.text(model, "/id"));
    output.put("owned_by", model.path("owned_by").asText(""));
    if (model.path("created").canConvertToLong() && model.path("created").isIntegralNumber()) {
      output.set("created_s", model.path("created"));
    }
    return landed(output);
  }

  public static Outcome verdict(HttpResult.Answered answer) throws IOException {
    var result = Answers.json(answer).at("/results/0");
    if (!result.path("flagged").isBoolean()) {
      throw new IOException("no verdict");
    }
    var output = Json.object();
    output.set("flagged", result.path("flagged"));
    var categories = output.putArray("categories");
    result
        .path("categories")
        .properties()
        .forEach(
            category -> {
              if (category.getValue().asBoolean()) {
                categories.add(category.getKey());
              }
            });
    return landed(output);
  }

  private static Outcome landed(ObjectNode output) {
    return new Outcome.Landed(output, "", Optional.empty());
  }
}
