package io.ganglion.audit;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who acts, and from where; outside of a request it is the platform itself. */
@RequestScoped
public class Actor {
  /** The platform's own acts, such as a time that has run out. */
  public static final String SYSTEM = "system";

  /** Whoever runs the installation. */
  public static final String OPERATOR = "operator";

  private String name = SYSTEM;
  private @Nullable String address;

  /**
   * Called by whoever checked the credentials.
   *
   * @param who an API key's or a person's identifier, {@code operator}, or {@code operator:per_…}
   * @param from the caller's IP address
   */
  public void become(String who, @Nullable String from) {
    name = who;
    address = from;
  }

  /** Who acts, as records name them. */
  public String name() {
    return name;
  }

  @Nullable String address() {
    return address;
  }
}
