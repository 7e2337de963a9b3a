package io.ganglion.workflow;

import io.ganglion.kernel.WorkflowId;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people name a workflow: by identifier, or as {@code namespace/name[:version]}. */
sealed interface Reference {
  record ById(WorkflowId id) implements Reference {}

  /**
   * @param version empty for the latest
   */
  record ByName(String namespace, String name, Optional<String> version) implements Reference {}

  /** Far looser than what names may be: what doesn't exist is not found. */
  Pattern NAMED =
      Pattern.compile("([a-zA-Z0-9-]{1,63})/([a-zA-Z0-9-]{1,63})(?::([\\x21-\\x7e]{1,128}))?");

  /** Empty if it has neither form. */
  static Optional<Reference> read(String text) {
    if (text.startsWith(WorkflowId.PREFIX + "_")) {
      try {
        return Optional.of(new ById(WorkflowId.fromString(text)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    var matcher = NAMED.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ByName(matcher.group(1), matcher.group(2), Optional.ofNullable(matcher.group(3))))
        : Optional.empty();
  }
}
