package io.ganglion.api.member;

import io.ganglion.identity.Role;
import io.ganglion.kernel.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Reads a role from a body. */
final class RoleText {
  private RoleText() {}

  /**
   * @throws InvalidRequest if it is missing or there is no such role
   */
  static Role read(@Nullable String text) {
    try {
      if (text != null) {
        return Role.of(text);
      }
    } catch (IllegalArgumentException e) {
      // as if nothing was sent
    }
    throw new InvalidRequest("/role", "send owner, admin, operator, approver or viewer");
  }
}
