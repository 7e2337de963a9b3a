package io.ganglion.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide, where that is said: members of a role, or those who are named.
 *
 * @param names roles, e-mail addresses in lower case, and identifiers of people and API keys; empty
 *     where nobody is named, which leaves it to whoever may decide approvals at all
 */
public record Approvers(List<String> names) {
  public static final int MAX = 50;
  public static final Approvers ANYBODY = new Approvers(List.of());

  private static final Pattern NAMED = Pattern.compile("[^@\\s]+@[^@\\s]+|(per|key)_[0-9a-z]{26}");
  private static final int LONGEST = 254;

  /**
   * @throws IllegalArgumentException says what is wrong with the names
   */
  public Approvers {
    names =
        List.copyOf(
            names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    if (names.size() > MAX) {
      throw new IllegalArgumentException("name at most " + MAX);
    }
    for (var name : names) {
      if (!role(name) && !(name.length() <= LONGEST && NAMED.matcher(name).matches())) {
        throw new IllegalArgumentException(
            "'%s' is no role (%s), e-mail address, or identifier of a person or API key"
                .formatted(name, roles()));
      }
    }
  }

  private static boolean role(String name) {
    return Arrays.stream(Role.values()).anyMatch(role -> role.text().equals(name));
  }

  private static String roles() {
    return Arrays.stream(Role.values()).map(Role::text).collect(Collectors.joining(", "));
  }

  /** Whether somebody may decide. An API key has no role and no address: only its name counts. */
  public boolean include(Decider decider) {
    return names.isEmpty()
        || names.contains(decider.actor())
        || decider.role().filter(role -> names.contains(role.text())).isPresent()
        || decider.email().filter(names::contains).isPresent();
  }

  /** As it is stored; null where nobody is named. */
  public @Nullable String stored() {
    return names.isEmpty() ? null : Json.write(Json.mapper().valueToTree(names));
  }

  /** Reads what is stored. */
  public static Approvers read(@Nullable String stored) {
    return stored == null
        ? ANYBODY
        : new Approvers(Json.read(stored).valueStream().map(JsonNode::asText).toList());
  }
}
