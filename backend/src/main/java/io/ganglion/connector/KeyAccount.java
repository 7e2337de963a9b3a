package io.ganglion.connector;

import io.ganglion.egress.HttpResult;
import io.ganglion.kernel.Json;
import java.util.List;
import java.util.Optional;

/**
 * The account behind an API key of a server that has no whoami: its organisation where an answer
 * names one, else the key itself, as a hash that can't be turned back.
 */
public final class KeyAccount {
  private static final int HASH_CHARS = 16;
  private static final List<String> ORGANIZATIONS =
      List.of("openai-organization", "anthropic-organization-id");

  private KeyAccount() {}

  /** The principal of a server that took the key. */
  public static Outcome.Landed of(HttpResult.Answered answer, String key) {
    var principal =
        ORGANIZATIONS.stream()
            .flatMap(header -> answer.header(header).stream())
            .filter(name -> !name.isBlank())
            .findFirst()
            .map(name -> "org:" + name)
            .orElseGet(() -> "key:" + Json.sha256(key).substring(0, HASH_CHARS));
    return new Outcome.Landed(Json.object(), principal, Optional.empty());
  }
}
