package io.ganglion.lab.solana;

import io.ganglion.lab.Call;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Reply;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Simulator;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A node; the bearer token, an address's own, says which tenant's chain it serves. */
@ApplicationScoped
class SolanaSimulator implements Simulator {
  @Override
  public Platform platform() {
    return Platform.SOLANA;
  }

  @Override
  public Optional<Token> credential(Call call) {
    return call.bearer();
  }

  /** Faults are programmed for JSON-RPC methods, as all calls are posts to one path. */
  @Override
  public String method(Call call) {
    return Rpc.of(call).method();
  }

  @Override
  public Reply play(Scene scene, Call call) throws SQLException {
    var rpc = Rpc.of(call);
    if (!call.method().equals("POST") || rpc.method().isEmpty()) {
      return rpc.error(400, -32600, "Invalid request");
    }
    Slots.lock(scene);
    Bank.fund(scene);
    Bank.work(scene);
    try {
      return rpc.result(Node.answer(scene, rpc));
    } catch (Rpc.Declined e) {
      return rpc.declined(e);
    }
  }

  @Override
  public Reply unauthorized(Call call) {
    return Rpc.of(call).error(401, -32052, "API key is not allowed to access blockchain");
  }

  @Override
  public Reply failed(Call call) {
    return Rpc.of(call).error(500, Rpc.INTERNAL, "Internal error");
  }

  @Override
  public Reply limited(Call call, Optional<Duration> wait, Instant now) {
    var reply = Rpc.of(call).error(429, 429, "Too many requests for a specific RPC call");
    return wait.map(
            time -> reply.header("Retry-After", Long.toString(Math.ceilDiv(time.toMillis(), 1000))))
        .orElse(reply);
  }
}
