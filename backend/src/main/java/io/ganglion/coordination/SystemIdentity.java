package io.ganglion.coordination;

import io.ganglion.kernel.SystemId;
import io.ganglion.kernel.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Names a system by what it is, so that two credentials for one account meet in one system. */
public final class SystemIdentity {
  /** RFC 9562: version 8 is the one for an application's own hashes. */
  private static final long VERSION_8 = 0x8000L;

  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private SystemIdentity() {}

  /**
   * The system's identifier: the first half of a SHA-256 over its parts, written as a UUID of
   * version 8. Pure: every process computes the same one.
   *
   * @param principal the platform's own stable name of the account
   */
  public static SystemId of(
      TenantId tenant, String connector, String environment, String principal) {
    var digest = sha256();
    part(digest, tenant.toString());
    part(digest, connector);
    part(digest, environment);
    part(digest, principal);
    var hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & ~0xF000L) | VERSION_8;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
    return new SystemId(new UUID(high, low));
  }

  /** Its length goes first, so that no two lists of parts give the same bytes. */
  private static void part(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
