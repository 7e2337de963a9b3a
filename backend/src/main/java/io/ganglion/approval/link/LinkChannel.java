package io.ganglion.approval.link;

import java.util.Locale;

/** How a link came to whom it is for. */
public enum LinkChannel {
  /** With a notification. */
  MAIL,
  SLACK,

  /** By whoever made it. */
  API;

  /** The written form, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LinkChannel of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
