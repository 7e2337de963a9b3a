package io.ganglion;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The service that {@code https://pets.example} stands for in examples, and its authority. */
final class PetShop implements PlatformServer.Behaviour {
  private static final String TOKEN = "a-token-of-the-shop";
  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public Reply on(Request request) {
    var pet = Json.object().put("id", 7).put("name", "Rex");
    return switch (request.path()) {
      case "/v2/pets/7/photo" -> new Reply(200, Map.of("Content-Type", "image/png"), "png");
      case "/v2/search" -> Reply.json(200, Json.mapper().createArrayNode().add(pet).add(pet));
      case "/v2/flaky" ->
          asked.getAndIncrement() == 0 ? Reply.json(503, "{}") : Reply.json(200, pet);
      case "/token", "/own/token" ->
          Reply.json(200, Json.object().put("access_token", TOKEN).put("token_type", "Bearer"));
      case "/.well-known/openid-configuration" ->
          Reply.json(
              200,
              Json.object()
                  .put("token_endpoint", "http://" + request.headers().get("host") + "/own/token"));
      case "/bearer", "/oauth", "/oidc", "/digest" -> guarded(request);
      case "/header" -> scheme(request.headers().containsKey("x-api-key") ? "key" : "");
      default -> Reply.json(200, pet);
    };
  }

  private static Reply guarded(Request request) {
    var given = request.headers().getOrDefault("authorization", "");
    return given.isEmpty()
        ? new Reply(
            401, Map.of("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""), "")
        : scheme(given.split(" ")[0]);
  }

  private static Reply scheme(String name) {
    return Reply.json(200, Json.write(Json.mapper().valueToTree(name)));
  }
}
