package io.ganglion.addition;

import io.ganglion.connector.RetryClass;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant changes of a connector of its own; what is empty stays.
 *
 * @param identity empty inside: the credentials themselves tell whose they are
 * @param actions by their names
 */
public record Edit(
    Optional<String> title,
    Optional<URI> address,
    Optional<Optional<Addition.Identity>> identity,
    Map<String, OfAction> actions) {
  public Edit {
    actions = Map.copyOf(actions);
  }

  /**
   * Of one action.
   *
   * @param idempotencyHeader empty text: none
   * @param undo empty inside: nothing takes it back
   */
  public record OfAction(
      Optional<Boolean> offered,
      Optional<RetryClass> retry,
      Optional<String> idempotencyHeader,
      Optional<Optional<Words.Undo>> undo) {}
}
