package io.ganglion.api.agent;

import io.ganglion.agent.Precondition;
import io.ganglion.api.Versions;
import io.ganglion.kernel.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a write ask of the state entry that it finds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, 13.1</a>
 */
final class StateHeaders {
  private static final String ANY = "*";

  private StateHeaders() {}

  static Precondition of(@Nullable String ifMatch) {
    return any(ifMatch) ? new Precondition.Some() : Precondition.of(Versions.expected(ifMatch));
  }

  static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return of(ifMatch);
    }
    if (!any(ifNoneMatch)) {
      throw new InvalidRequest("/If-None-Match", "send *, for no entry yet");
    }
    if (ifMatch != null) {
      throw new InvalidRequest("/If-None-Match", "send it or If-Match, not both");
    }
    return new Precondition.Version(0);
  }

  private static boolean any(@Nullable String header) {
    return header != null && header.strip().equals(ANY);
  }
}
