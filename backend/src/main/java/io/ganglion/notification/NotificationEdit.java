package io.ganglion.notification;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be changed; what is not there stays.
 *
 * @param kinds how to be told of each
 * @param channels where Slack and webhook messages are to go; empty: nowhere any more
 */
public record NotificationEdit(
    Map<Kind, Set<Channel>> kinds, Map<Channel, Optional<Address>> channels) {
  public NotificationEdit {
    kinds = Map.copyOf(kinds);
    channels = Map.copyOf(channels);
  }

  /**
   * @param secret {@code whsec_…}, to sign with; empty: messages aren't signed
   */
  public record Address(String url, Optional<String> secret) {
    /** Never shows any of it. */
    @Override
    public String toString() {
      return "Address";
    }
  }
}
