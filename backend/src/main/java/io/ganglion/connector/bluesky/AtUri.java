package io.ganglion.connector.bluesky;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a record.
 *
 * @param repo whose it is: a DID or a handle
 * @param collection what kind of record, e.g. {@code app.bsky.feed.post}
 */
record AtUri(String repo, String collection, String key) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "at://([A-Za-z0-9.:_%-]{3,253})/([A-Za-z0-9.-]{3,317})/([A-Za-z0-9._:~-]{1,512})");

  /** Empty for what is no record's address. */
  static Optional<AtUri> parse(String text) {
    var match = SHAPE.matcher(text);
    return match.matches()
        ? Optional.of(new AtUri(match.group(1), match.group(2), match.group(3)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "at://%s/%s/%s".formatted(repo, collection, key);
  }
}
