package io.ganglion.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * What was changed.
 *
 * @param action what was done, e.g. {@code connection.rotated}
 * @param target the identifier of what was changed
 * @param before as it was, JSON null where it was made; never a secret
 * @param after as it is, JSON null where it is gone; never a secret
 */
public record Change(String action, String target, JsonNode before, JsonNode after) {
  public static Change made(String action, Object target, JsonNode after) {
    return new Change(action, target.toString(), NullNode.getInstance(), after);
  }

  public static Change of(String action, Object target, JsonNode before, JsonNode after) {
    return new Change(action, target.toString(), before, after);
  }

  public static Change gone(String action, Object target, JsonNode before) {
    return new Change(action, target.toString(), before, NullNode.getInstance());
  }
}
