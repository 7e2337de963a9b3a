package io.ganglion.notification;

import io.ganglion.identity.Role;
import java.util.List;
import java.util.Optional;

/**
 * What somebody chose in one tenant, as they see it.
 *
 * @param address where mails go; empty where none is verified
 * @param role what decides where they chose nothing
 * @param channels Slack and webhook, where they are set up
 * @param version raised by each change
 */
public record NotificationSettings(
    Optional<String> address,
    Role role,
    Choices choices,
    List<ChannelState> channels,
    long version) {
  public NotificationSettings {
    channels = List.copyOf(channels);
  }
}
