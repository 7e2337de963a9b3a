package io.ganglion.lab.anthropic;

import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Routes;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Anthropic's interface, version 2023-06-01. */
@ApplicationScoped
class AnthropicSimulator implements Simulator {
  /** What an organisation may ask in a minute; the laboratory says so but doesn't enforce it. */
  private static final String REQUESTS_PER_MINUTE = "100000";

  private static final String LIMIT = "anthropic-ratelimit-requests-";

  private final Routes routes =
      Routes.under("/v1")
          .on("POST", "/messages", Messages::create)
          .on("POST", "/messages/count_tokens", Messages::count)
          .on("POST", "/messages/batches", Batches::create)
          .on("GET", "/messages/batches/*", Batches::read)
          .on("POST", "/messages/batches/*/cancel", Batches::cancel)
          .on("GET", "/models", Models::list)
          .on("GET", "/models/*", Models::read);

  @Override
  public Platform platform() {
    return Platform.ANTHROPIC;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.header("x-api-key").flatMap(Token::parse);
  }

  /** A thousand at once is what models are for. */
  @Override
  public boolean serial() {
    return false;
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var reply =
        call.header("anthropic-version").isEmpty()
            ? AnthropicErrors.invalid("anthropic-version: header is required")
            : routes.serve(scene, call).orElseGet(() -> AnthropicErrors.notFound("Not found"));
    return reply
        .header("anthropic-organization-id", scene.account())
        .header("request-id", "req_lab" + Long.toHexString(scene.now().toEpochMilli()))
        .header(LIMIT + "limit", REQUESTS_PER_MINUTE)
        .header(LIMIT + "remaining", REQUESTS_PER_MINUTE)
        .header(LIMIT + "reset", seconds(scene.now()));
  }

  @Override
  public Reply unauthorized(Call call) {
    return AnthropicErrors.unauthorized(call.header("x-api-key").isPresent());
  }

  @Override
  public Reply failed(Call call) {
    return AnthropicErrors.failed();
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply = AnthropicErrors.limited();
    return wait.map(
            time ->
                reply
                    .header("retry-after", Long.toString(Math.ceilDiv(time.toMillis(), 1000L)))
                    .header(LIMIT + "remaining", "0")
                    .header(LIMIT + "reset", seconds(now.plus(time).plusMillis(999))))
        .orElse(reply);
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
