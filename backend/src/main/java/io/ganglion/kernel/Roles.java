package io.ganglion.kernel;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this process does: any of {@value #API}, {@value #WORKER}, {@value #SEALER}, {@value
 * #WEBHOOK} and {@value #LAB}; {@code GANGLION_ROLES} splits one deployable into many processes.
 *
 * <p>Not a mapping of the prefix {@code ganglion}: that would refuse every key that another
 * feature's mapping does not know.
 */
@Singleton
public final class Roles {
  public static final String API = "api";
  public static final String WORKER = "worker";
  public static final String LAB = "lab";

  /** Seals the hold ledger. */
  public static final String SEALER = "sealer";

  /** Sends outgoing webhooks, and tells people. */
  public static final String WEBHOOK = "webhook";

  private final Set<String> roles;

  Roles(
      @ConfigProperty(name = "ganglion.roles", defaultValue = "api,worker,sealer,webhook")
          Set<String> roles) {
    this.roles = Set.copyOf(roles);
  }

  public Set<String> roles() {
    return roles;
  }
}
