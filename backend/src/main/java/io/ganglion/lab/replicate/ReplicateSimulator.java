package io.ganglion.lab.replicate;

import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
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
import java.util.List;
import java.util.Optional;

/** Replicate's HTTP interface, version 1. */
@ApplicationScoped
class ReplicateSimulator implements Simulator {
  private final Routes routes =
      Routes.under("/v1")
          .on("POST", "/predictions", Predictions::create)
          .on("GET", "/predictions", Predictions::list)
          .on("GET", "/predictions/*", Predictions::read)
          .on("POST", "/predictions/*/cancel", Predictions::cancel)
          .on("POST", "/models/*/*/predictions", Predictions::createOf)
          .on("GET", "/models/*/*", ReplicateSimulator::model)
          .on("GET", "/hardware", ReplicateSimulator::hardware)
          .on("GET", "/account", ReplicateSimulator::account);

  @Override
  public Platform platform() {
    return Platform.REPLICATE;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.bearer();
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    return routes.serve(scene, call).orElseGet(ReplicateErrors::notFound);
  }

  @Override
  public Reply unauthorized(Call call) {
    return ReplicateErrors.unauthorized();
  }

  @Override
  public Reply failed(Call call) {
    return ReplicateErrors.failed();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    return ReplicateErrors.limited(wait);
  }

  private static Reply model(Scene scene, Request request) {
    var segments = List.of(request.call().path().split("/"));
    int at = segments.indexOf("models");
    return Model.of(segments.get(at + 1) + "/" + segments.get(at + 2))
        .map(model -> Reply.ok(model.shown()))
        .orElseGet(ReplicateErrors::notFound);
  }

  private static Reply hardware(Scene scene, Request request) {
    var list = Json.mapper().createArrayNode();
    list.addObject().put("name", "CPU").put("sku", "cpu");
    list.addObject().put("name", "Nvidia T4 GPU").put("sku", "gpu-t4");
    return Reply.ok(list);
  }

  private static Reply account(Scene scene, Request request) {
    return Reply.ok(
        Json.object()
            .put("type", "user")
            .put("username", scene.account())
            .put("name", "Laboratory")
            .putNull("github_url"));
  }
}
