package io.ganglion.lab.model;

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

/** Chat completions by weak models. */
@ApplicationScoped
class ModelSimulator implements Simulator {
  private final Routes routes =
      Routes.under("/v1")
          .on("POST", "/chat/completions", Completions::create)
          .on("POST", "/completions", Completions::goOn)
          .on("POST", "/embeddings", Vectors::embed)
          .on("POST", "/moderations", Moderation::moderate)
          .on("GET", "/models", ModelSimulator::models)
          .on("GET", "/models/*", ModelSimulator::model);

  @Override
  public Platform platform() {
    return Platform.MODEL;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.bearer();
  }

  /** A thousand at once is what models are for. */
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
    var data = body.putArray("data");
    WeakModel.all().forEach(model -> data.add(model.shown()));
    return Reply.ok(body);
  }

  private static Reply model(Scene scene, Request request) {
    return WeakModel.named(request.name())
        .map(model -> Reply.ok(model.shown()))
        .orElseGet(() -> OpenAi.unknownModel(request.name()));
  }
}
