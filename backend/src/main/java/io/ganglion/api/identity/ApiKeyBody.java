package io.ganglion.api.identity;

import io.ganglion.identity.ApiKeys;
import io.ganglion.identity.Scopes;
import io.ganglion.kernel.Cidr;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Problem.Violation;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key to make.
 *
 * @param mode {@code live} by default; {@code lab} keys are for the laboratory
 * @param addresses null or empty: from anywhere
 * @param expiresAt null: never
 */
@Schema(name = "ApiKeyBody")
public record ApiKeyBody(
    @NotBlank(message = "give it a name")
        @Size(max = 100, message = "send at most 100 characters")
        @Schema(examples = "deployment")
        String name,
    @Pattern(regexp = "live|lab", message = "send live or lab")
        @Schema(examples = "live", defaultValue = "live")
        @Nullable String mode,
    @NotEmpty(message = "name at least one scope")
        @Size(max = 50, message = "send at most 50")
        @Schema(examples = "[\"runs:read\",\"runs:write\"]")
        List<String> scopes,
    @Size(max = 50, message = "send at most 50")
        @Schema(
            description =
                "IP addresses or CIDR blocks of the callers that may use it; none: from anywhere",
            examples = "[\"203.0.113.0/24\",\"2001:db8::/32\"]")
        @Nullable List<String> addresses,
    @Future(message = "send a time to come") @Nullable Instant expiresAt) {

  ApiKeys.NewKey toKey() {
    var errors = new ArrayList<Violation>();
    for (int i = 0; i < scopes.size(); i++) {
      if (!Scopes.known().contains(scopes.get(i))) {
        errors.add(
            new Violation(
                "/scopes/" + i,
                "there is no such scope; known are "
                    + String.join(", ", Scopes.known().stream().sorted().toList())));
      }
    }
    var blocks = addresses == null ? List.<String>of() : addresses;
    for (int i = 0; i < blocks.size(); i++) {
      if (!isBlock(blocks.get(i))) {
        errors.add(
            new Violation(
                "/addresses/" + i, "send an IP address or a CIDR block such as 203.0.113.0/24"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return new ApiKeys.NewKey(
        name,
        mode == null ? "live" : mode,
        Set.copyOf(scopes),
        blocks,
        Optional.ofNullable(expiresAt));
  }

  private static boolean isBlock(String text) {
    try {
      Cidr.of(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
