package io.ganglion.federation;

import io.ganglion.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Keycloak finds the relay, and the mark by which the relay knows it. */
@ApplicationScoped
class RelayAddress {
  private static final int MARK_BYTES = 32;

  private final FederationConfig config;
  private final URI publicUrl;
  private final SecureRandom random = new SecureRandom();

  RelayAddress(
      FederationConfig config, @ConfigProperty(name = "ganglion.public.url") URI publicUrl) {
    this.config = config;
    this.publicUrl = publicUrl;
  }

  /** 256 random bits in base64url. */
  String next() {
    var bytes = new byte[MARK_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What each of the relay's addresses begins with. */
  String of(TenantId tenant, String mark) {
    var base = config.relay().orElse(publicUrl).toString().replaceFirst("/+$", "");
    return "%s/federation/%s/%s".formatted(base, tenant, mark);
  }

  byte[] hash(String mark) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(mark.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
