package io.ganglion.connector.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a post may be.
 *
 * @see <a
 *     href="https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json">
 *     the record's schema</a>
 */
final class PostText {
  static final int MAX_CHARACTERS = 300;
  static final int MAX_BYTES = 3_000;

  /** A character as people count them: an emoji with all its parts is one. */
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private PostText() {}

  /**
   * Why a text would not be taken; empty if it would.
   *
   * @param alone whether nothing else is in the post
   */
  static Optional<String> refusal(String text, boolean alone) {
    if (alone && text.isBlank()) {
      return Optional.of("a post needs a text or a picture");
    }
    var characters = CLUSTER.matcher(text).results().count();
    if (characters > MAX_CHARACTERS) {
      return Optional.of(
          "the post has %d characters; Bluesky takes %d".formatted(characters, MAX_CHARACTERS));
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes > MAX_BYTES
        ? Optional.of("the post has %d bytes; Bluesky takes %d".formatted(bytes, MAX_BYTES))
        : Optional.empty();
  }
}
