package io.ganglion.api.approval;

import io.ganglion.approval.link.Links;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.LinkId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link that was made. */
@Schema(name = "ApprovalLink", description = "An address at which whoever knows it decides, once.")
public record LinkView(
    LinkId id,
    ApprovalId approval,
    @Schema(
            description = "A page of the dashboard; it is never shown again",
            examples = "https://ganglion.example/decide#gl_…")
        String url,
    @Schema(description = "Whom you bring it to", examples = "ada@example.org") String sentTo,
    @Schema(description = "It opens nothing from then on") Instant expiresAt) {
  static LinkView of(Links.Offered offered) {
    var link = offered.link();
    return new LinkView(link.id(), link.approval(), offered.url(), link.sentTo(), link.expiresAt());
  }

  /** Never shows the address. */
  @Override
  public String toString() {
    return "LinkView[%s]".formatted(id);
  }
}
