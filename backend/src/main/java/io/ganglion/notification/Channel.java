package io.ganglion.notification;

import java.util.Locale;

/** How somebody is told. */
public enum Channel {
  /** To the address that the identity provider has verified. */
  MAIL,
  /** To an incoming webhook of Slack, or of what understands the same. */
  SLACK,
  /** To an address that takes JSON. */
  WEBHOOK;

  /** The written form, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such channel
   */
  public static Channel of(String text) {
    for (var channel : values()) {
      if (channel.text().equals(text)) {
        return channel;
      }
    }
    throw new IllegalArgumentException("no such channel: " + text);
  }
}
