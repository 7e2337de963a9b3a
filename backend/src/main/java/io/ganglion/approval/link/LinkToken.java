package io.ganglion.approval.link;

import io.ganglion.kernel.LinkId;
import io.ganglion.kernel.RoutedToken;
import io.ganglion.kernel.TenantId;
import java.util.Optional;

/**
 * The written form of a link; begins with {@code gl_}, its bits an HMAC-SHA256 over what it says.
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time, and by nothing else
record LinkToken(TenantId tenant, LinkId link, byte[] signature) {
  private static final String START = "gl_";

  /** Empty for what can't be one. */
  static Optional<LinkToken> parse(String text) {
    return RoutedToken.parse(START, LinkId.PREFIX, LinkId::fromString, text)
        .map(read -> new LinkToken(read.tenant(), read.thing(), read.bits()));
  }

  String text() {
    return new RoutedToken<>(tenant, link, signature).text(START);
  }

  /** Never shows the signature. */
  @Override
  public String toString() {
    return "LinkToken[%s]".formatted(link);
  }
}
