package io.ganglion.approval.link;

import io.ganglion.kernel.LinkId;
import io.ganglion.kernel.TenantId;
import java.util.Base64;
import java.util.Optional;

/**
 * The written form of a link: {@code gl_}, the tenant's and the link's identifiers (26 characters
 * each), and an HMAC-SHA256 over what it says, in base64url (43 characters).
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time, and by nothing else
record LinkToken(TenantId tenant, LinkId link, byte[] signature) {
  private static final String START = "gl_";
  private static final int ID = 26;
  private static final int SIGNATURE_LENGTH = 43;

  /** Empty for what can't be one. */
  static Optional<LinkToken> parse(String text) {
    if (!text.startsWith(START) || text.length() != START.length() + 2 * ID + SIGNATURE_LENGTH) {
      return Optional.empty();
    }
    var rest = text.substring(START.length());
    try {
      return Optional.of(
          new LinkToken(
              TenantId.fromString(TenantId.PREFIX + "_" + rest.substring(0, ID)),
              LinkId.fromString(LinkId.PREFIX + "_" + rest.substring(ID, 2 * ID)),
              Base64.getUrlDecoder().decode(rest.substring(2 * ID))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text() {
    return START
        + tenant.toString().substring(TenantId.PREFIX.length() + 1)
        + link.toString().substring(LinkId.PREFIX.length() + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** Never shows the signature. */
  @Override
  public String toString() {
    return "LinkToken[%s]".formatted(link);
  }
}
