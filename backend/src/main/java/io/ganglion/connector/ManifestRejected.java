package io.ganglion.connector;

/** A manifest breaks its schema or contradicts itself: the application doesn't start with it. */
public final class ManifestRejected extends RuntimeException {
  private static final long serialVersionUID = 1;

  ManifestRejected(String name, String reason) {
    super("connector %s: %s".formatted(name, reason));
  }
}
