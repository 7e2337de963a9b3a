package io.ganglion.notification;

import java.util.List;
import java.util.Optional;

/**
 * What somebody chose in one tenant.
 *
 * @param channels Slack and webhook, where they are set up
 * @param version raised by each change
 */
record Setting(Choices choices, List<ChannelState> channels, long version) {
  Setting {
    channels = List.copyOf(channels);
  }

  Optional<ChannelState> channel(Channel channel) {
    return channels.stream().filter(one -> one.channel() == channel).findFirst();
  }
}
