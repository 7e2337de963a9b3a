package io.ganglion.api.vault;

import io.ganglion.kernel.RotationId;
import io.ganglion.rotation.Rotation;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a rotation has come. */
@Schema(name = "VaultRotation")
public record RotationView(
    @Schema(implementation = String.class, examples = "rot_01h2xcejqtf2nbrexx3vqjhp41")
        RotationId id,
    @Schema(
            enumeration = {"rewrap", "renew", "retire", "ended"},
            examples = "renew",
            description =
                "rewrap: data keys are wrapped by the master key in use; renew: tenants get new data keys and credentials"
                    + " are sealed anew; retire: old data keys are deleted, after a while")
        String stage,
    @Schema(
            description = "The master key in use when it was asked for; its name is no secret",
            examples = "keyset:1234567890")
        String master,
    @Schema(description = "Data keys wrapped by another master key before", examples = "3")
        long rewrapped,
    @Schema(description = "Tenants that got a new data key", examples = "3") long renewed,
    @Schema(description = "Credentials sealed anew", examples = "12") long resealed,
    @Schema(description = "Old data keys deleted", examples = "0") long retired,
    @Schema(
            description = "Data keys and credentials that no key opens; they stay as they are",
            examples = "0")
        long failed,
    Instant startedAt,
    @Nullable Instant endedAt) {
  static RotationView of(Rotation rotation) {
    var counts = rotation.counts();
    return new RotationView(
        rotation.id(),
        rotation.stage().name().toLowerCase(Locale.ROOT),
        rotation.master(),
        counts.rewrapped(),
        counts.renewed(),
        counts.resealed(),
        counts.retired(),
        counts.failed(),
        rotation.startedAt(),
        rotation.endedAt().orElse(null));
  }
}
