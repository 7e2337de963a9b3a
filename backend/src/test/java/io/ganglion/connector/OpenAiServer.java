package io.ganglion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import java.util.Map;

/** What a chat server and an image server have in common. */
public abstract class OpenAiServer implements Subject {
  protected static final String KEY = "sk-model-key-secret";

  /** Answers the request that makes the effect. */
  protected abstract Reply made(JsonNode body);

  @Override
  public JsonNode credentials() {
    return Json.object().put("api_key", KEY);
  }

  @Override
  public String principal() {
    return "org:acme";
  }

  @Override
  public boolean makesEffect(Request request) {
    return request.method().equals("POST");
  }

  @Override
  public int effects() {
    return 0;
  }

  @Override
  public String reference() {
    return "";
  }

  @Override
  public RetryClass retryClass() {
    return RetryClass.PURE;
  }

  @Override
  public Reply on(Request request) {
    if (!request.headers().getOrDefault("authorization", "").equals("Bearer " + KEY)) {
      return Reply.json(401, Json.object().set("error", Json.object().put("message", "bad key")));
    }
    if (request.path().equals("/v1/models")) {
      var headers = Map.of("openai-organization", "acme", "Content-Type", "application/json");
      return new Reply(200, headers, "{\"object\":\"list\",\"data\":[]}");
    }
    return made(Json.read(request.body()));
  }
}
