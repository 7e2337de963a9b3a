package io.ganglion.api.webhook;

import io.ganglion.kernel.InvalidRequest;
import io.ganglion.webhook.Endpoint;
import io.ganglion.webhook.EventTypes;
import io.ganglion.webhook.SigningKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint to make. */
@Schema(name = "EndpointBody")
public record EndpointBody(
    @NotBlank(message = "send an http or https address")
        @Size(max = 500, message = "send at most 500 characters")
        @Schema(examples = "https://example.com/hooks/ganglion")
        String url,
    @Size(max = 200, message = "send at most 200 characters")
        @Schema(examples = "the shop's backend")
        @Nullable String description,
    @Size(max = 50, message = "send at most 50")
        @Schema(
            description = "Names of event types; none: all of them, and those added later",
            examples = "[\"run.succeeded\",\"run.failed\"]")
        @Nullable List<String> types,
    @Schema(
            description =
                "Whether a run's messages wait for each other: one that fails then holds back those"
                    + " after it",
            defaultValue = "false",
            examples = "false")
        @Nullable Boolean ordered,
    @Pattern(regexp = "hmac|ed25519", message = "send hmac or ed25519")
        @Schema(
            description = "hmac: v1, a shared secret; ed25519: v1a, checked by a public key",
            defaultValue = "hmac",
            examples = "hmac")
        @Nullable String signature) {

  /**
   * What is wanted.
   *
   * @throws InvalidRequest for a type that there is not: here they are in the caller's order still
   */
  Endpoint.Wanted wanted(EventTypes known) {
    var names = types == null ? List.<String>of() : types;
    for (int i = 0; i < names.size(); i++) {
      if (known.find(names.get(i)).isEmpty()) {
        throw new InvalidRequest(
            "/types/" + i, "there is no such event type; GET /event-types lists them");
      }
    }
    return new Endpoint.Wanted(
        url, description == null ? "" : description, names, ordered != null && ordered);
  }

  SigningKey.Kind kind() {
    return signature == null ? SigningKey.Kind.HMAC : SigningKey.Kind.of(signature);
  }
}
