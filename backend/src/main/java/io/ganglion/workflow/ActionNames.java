package io.ganglion.workflow;

import io.ganglion.connector.Manifest;
import java.util.Optional;
import java.util.Set;

/** The actions that a workflow may call. */
public interface ActionNames {
  /**
   * @param function as written after {@code call}, e.g. {@code x.createPost}
   */
  Optional<Manifest.Action> action(String function);

  /** All of them, in the same form. */
  Set<String> names();
}
