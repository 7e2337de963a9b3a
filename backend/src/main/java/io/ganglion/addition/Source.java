package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/** Where a connector's description comes from. */
public sealed interface Source {
  /** An OpenAPI document, in JSON or YAML. */
  record Document(String text) implements Source {}

  /** An OpenAPI document at an address. */
  record Address(URI url) implements Source {}

  /**
   * An MCP server, which is asked for its tools.
   *
   * @param credentials used for this and kept nowhere: {@code token}, and {@code header} where it
   *     is sent in another one than Authorization
   */
  record Server(URI url, JsonNode credentials) implements Source {
    /** Never shows the credentials. */
    @Override
    public String toString() {
      return "Server[%s]".formatted(url.getHost());
    }
  }
}
