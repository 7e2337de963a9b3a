package io.ganglion.api.webhook;

import io.ganglion.api.OverlapBody;
import io.ganglion.kernel.InvalidRequest;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a source; what is left out stays. */
@Schema(name = "SourceEdit")
public record SourceEditBody(
    @Size(min = 1, max = 100, message = "send 1 to 100 characters") @Nullable String name,
    @Size(max = 256, message = "send at most 256 characters")
        @Schema(description = "What its sender signs with from now on")
        @Nullable String secret,
    @Schema(
            implementation = String.class,
            description = "How long the secret before goes on, from PT0S to P30D; PT24H by default",
            examples = "PT24H")
        @Nullable Duration overlap) {

  Duration orUsual() {
    if (overlap != null && secret == null) {
      throw new InvalidRequest("/overlap", "leave it out, or send a secret");
    }
    return OverlapBody.of(new OverlapBody(overlap));
  }
}
