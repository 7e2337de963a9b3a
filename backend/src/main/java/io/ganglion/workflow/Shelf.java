package io.ganglion.workflow;

import java.util.Map;
import java.util.Set;

/**
 * The workflow's {@code use}: what tasks refer to by name.
 *
 * @param functions as they are written; {@link FunctionReader} reads them
 */
record Shelf(
    Map<String, Part> functions,
    Map<String, ErrorTemplate> errors,
    Map<String, Retry> retries,
    Map<String, Timeout> timeouts,
    Map<String, Part> authentications,
    Set<String> secrets) {
  static final Shelf EMPTY = new Shelf(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
}
