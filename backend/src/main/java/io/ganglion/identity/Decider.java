package io.ganglion.identity;

import java.util.Optional;

/**
 * Who decides.
 *
 * @param actor identifier of a person or API key, for the record
 * @param role of a member
 * @param email of a person, verified, in lower case
 */
public record Decider(String actor, Optional<Role> role, Optional<String> email) {
  public static Decider of(Caller caller) {
    return new Decider(
        caller.actor(), caller.identity().role(), caller.person().flatMap(Person::verifiedEmail));
  }
}
