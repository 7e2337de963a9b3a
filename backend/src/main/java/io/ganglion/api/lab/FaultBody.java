package io.ganglion.api.lab;

import io.ganglion.lab.Fault;
import io.ganglion.lab.FaultKind;
import io.ganglion.lab.Platform;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fault to program; what is left out matches everything, strikes always, without delay. */
public record FaultBody(
    @NotNull(message = "send the name of a platform, e.g. x") @Nullable String platform,
    @Nullable String account,
    @Schema(
            description =
                "HTTP method; on evm and solana the JSON-RPC method, on telegram the Bot API's")
        @Nullable String method,
    @Schema(description = "Of the path below the platform's base address, e.g. /2/tweets")
        @Nullable String pathPrefix,
    @NotNull(message = "send a kind, e.g. reset_after") @Nullable FaultKind kind,
    @Schema(description = "How often it strikes; left out: without end")
        @Nullable Integer remaining,
    @Nullable Double probability,
    @Nullable Long seed,
    @Nullable Long delayMs) {
  Fault.Program program() {
    return new Fault.Program(
        Platform.named(String.valueOf(platform)),
        Optional.ofNullable(account),
        Optional.ofNullable(method),
        Optional.ofNullable(pathPrefix).orElse(""),
        Optional.ofNullable(kind).orElseThrow(),
        Optional.ofNullable(remaining),
        Optional.ofNullable(probability).orElse(1.0),
        Optional.ofNullable(seed).orElse(0L),
        Duration.ofMillis(Optional.ofNullable(delayMs).orElse(0L)));
  }
}
