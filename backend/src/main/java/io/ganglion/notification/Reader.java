package io.ganglion.notification;

import io.ganglion.identity.Approvers;
import io.ganglion.identity.Decider;
import io.ganglion.identity.Role;
import io.ganglion.kernel.PersonId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A member, as messages are made for them. Pure.
 *
 * @param service a program, which has no mailbox
 * @param email as of their last sign-in
 * @param open which of Slack and webhook are set up and not disabled
 */
record Reader(
    PersonId person,
    boolean service,
    Role role,
    Optional<String> email,
    Choices choices,
    Set<Channel> open) {

  /** How they are told of an event; often not at all. */
  Set<Channel> of(Happening happening) {
    var kind = happening.kind();
    var channels = EnumSet.noneOf(Channel.class);
    if (!kind.seenBy(role) || !mayDecide(happening.approvers())) {
      return channels;
    }
    for (var channel : choices.of(kind, role)) {
      boolean there =
          switch (channel) {
            case MAIL -> !service && !kind.letters();
            case SLACK, WEBHOOK -> open.contains(channel);
          };
      if (there) {
        channels.add(channel);
      }
    }
    return channels;
  }

  private boolean mayDecide(Approvers approvers) {
    return approvers.include(new Decider(person.toString(), Optional.of(role), email));
  }
}
