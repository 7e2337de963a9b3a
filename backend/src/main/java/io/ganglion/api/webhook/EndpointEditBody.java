package io.ganglion.api.webhook;

import io.ganglion.webhook.Endpoints;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed of an endpoint; what is left out stays. */
@Schema(name = "EndpointEdit")
public record EndpointEditBody(
    @Size(min = 1, max = 500, message = "send 1 to 500 characters")
        @Schema(examples = "https://example.com/hooks/ganglion")
        @Nullable String url,
    @Size(max = 200, message = "send at most 200 characters") @Nullable String description,
    @Size(max = 50, message = "send at most 50") @Schema(examples = "[\"run.failed\"]")
        @Nullable List<String> types,
    @Nullable Boolean ordered,
    @Schema(
            description =
                "false: it gets nothing, and what is on its way fails; true: it gets what happens"
                    + " from now on")
        @Nullable Boolean enabled) {
  Endpoints.Edit edit() {
    return new Endpoints.Edit(
        Optional.ofNullable(url),
        Optional.ofNullable(description),
        Optional.ofNullable(types),
        Optional.ofNullable(ordered),
        Optional.ofNullable(enabled));
  }
}
