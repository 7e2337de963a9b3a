package io.ganglion.a2a;

import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Where the asker of a task wants to be told of it.
 *
 * @param id the asker's name for it, or ours
 * @param told the task's last state that was told; null: none so far
 * @param tries failed ones of the state that is to be told
 */
public record Push(
    TenantId tenant,
    RunId run,
    String id,
    String url,
    Proof proof,
    @Nullable String told,
    int tries) {

  /**
   * What proves us to the address.
   *
   * @param token goes along as X-A2A-Notification-Token
   * @param scheme of Authorization, e.g. {@code Bearer}
   */
  public record Proof(
      @Nullable String token, @Nullable String scheme, @Nullable String credentials) {}
}
