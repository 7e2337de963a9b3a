package io.ganglion.lab.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Moderation;
import io.ganglion.lab.OpenAi;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Routes.Request;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Image generations, edits and variations. */
@ApplicationScoped
class ImageSimulator implements Simulator {
  private final Routes routes =
      Routes.under("/v1")
          .on("POST", "/images/generations", Generations::create)
          .on("POST", "/images/edits", Alterations::edit)
          .on("POST", "/images/variations", Alterations::vary)
          .on("POST", "/moderations", Moderation::moderate)
          .on("GET", "/models", ImageSimulator::models)
          .on("GET", "/models/*", ImageSimulator::model);

  @Override
  public Platform platform() {
    return Platform.IMAGE;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.bearer();
  }

  @Override
  public boolean serial() {
    return false;
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    return routes
        .serve(scene, call)
        .orElseGet(() -> OpenAi.unknownUrl(call))
        .headers(OpenAi.headers(scene.now()))
        .header("openai-organization", scene.account());
  }

  @Override
  public Reply unauthorized(Call call) {
    return OpenAi.unauthorized();
  }

  @Override
  public Reply failed(Call call) {
    return OpenAi.failed();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    return OpenAi.limited(wait);
  }

  private static Reply models(Scene scene, Request request) {
    var body = Json.object().put("object", "list");
    body.putArray("data").add(painter());
    return Reply.ok(body);
  }

  private static Reply model(Scene scene, Request request) {
    return request.name().equals(Generations.MODEL)
        ? Reply.ok(painter())
        : OpenAi.unknownModel(request.name());
  }

  private static ObjectNode painter() {
    return Json.object()
        .put("id", Generations.MODEL)
        .put("object", "model")
        .put("created", 1_790_000_000L)
        .put("owned_by", "laboratory");
  }
}
