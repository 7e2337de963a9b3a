package io.ganglion.schema;

import java.util.List;
import java.util.Set;

/**
 * One thing in which a value differs from its schema.
 *
 * @param pointer JSON pointer into the value; the containing object for a missing member
 * @param keyword of the schema, e.g. {@code required}
 * @param detail a sentence without the pointer
 * @param path keywords and indices that led to it, from the schema's root
 */
public record Mismatch(String pointer, String keyword, String detail, List<String> path) {
  private static final Set<String> CONDITIONS =
      Set.of("anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");

  public Mismatch {
    path = List.copyOf(path);
  }

  /** Whether it might not be one if another part of the value were different. */
  public boolean conditional() {
    return path.stream().anyMatch(CONDITIONS::contains);
  }
}
