package io.ganglion.approval.link;

import io.ganglion.approval.ApprovalState;
import io.ganglion.kernel.ApprovalId;
import io.ganglion.kernel.LinkId;
import io.ganglion.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link to an approval.
 *
 * @param actor in whose name it decides: a person's or an API key's identifier
 * @param sentTo an address, as far as it is known
 * @param expiresAt it opens nothing from then on
 * @param verdict what it decided; empty while it is unused
 */
public record Link(
    TenantId tenant,
    LinkId id,
    ApprovalId approval,
    String actor,
    LinkChannel channel,
    String sentTo,
    Instant createdAt,
    Instant expiresAt,
    Optional<ApprovalState> verdict) {
  /** The longest address that is kept of whom it was sent to, in characters. */
  public static final int MAX_SENT_TO = 254;

  /** What its signature is over: nothing of it can be changed. */
  String signed() {
    return "%s|%s|%s|%s|%d".formatted(tenant, id, approval, actor, expiresAt.toEpochMilli());
  }
}
