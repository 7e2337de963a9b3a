package io.ganglion.api.federation;

import io.ganglion.federation.SignInDomain;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An e-mail domain of the tenant's, and the DNS record that proves it. */
@Schema(name = "SignInDomain")
public record DomainView(
    @Schema(examples = "example.com") String domain,
    @Schema(description = "The name of the TXT record", examples = "_ganglion.example.com")
        String recordName,
    @Schema(
            description = "Its value",
            examples = "ganglion-domain-verification=3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAA")
        String recordValue,
    Instant createdAt,
    @Schema(description = "When the record was seen; null: not yet") @Nullable Instant verifiedAt) {
  static DomainView of(SignInDomain domain) {
    return new DomainView(
        domain.name(),
        domain.record(),
        domain.value(),
        domain.createdAt(),
        domain.verifiedAt().orElse(null));
  }
}
