package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What of a text is live: links, tags and mentions, by their places in its UTF-8 bytes. Pure.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/post-richtext">Bluesky: rich text</a>
 */
final class RichText {
  /** More handles than this in one post are left as text. */
  private static final int MAX_MENTIONS = 10;

  private static final Pattern LINK = Pattern.compile("(?<=^|[\\s(])https?://[^\\s]+");
  private static final Pattern TAG =
      Pattern.compile("(?<=^|\\s)#(?=[^\\s]*[^\\s\\d\\p{Punct}])[^\\s#]{1,64}");
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<=^|[\\s(])@([A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+)");
  private static final Pattern TAIL = Pattern.compile("[\\p{Punct}&&[^/#_~=&%+-]]+$");

  private RichText() {}

  /** Handles named in a text, without the @, in lower case. */
  static List<String> handles(String text) {
    return MENTION
        .matcher(text)
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MAX_MENTIONS)
        .toList();
  }

  /**
   * Facets of a text.
   *
   * @param dids by handle in lower case; a handle without one stays text
   */
  static ArrayNode facets(String text, Map<String, String> dids) {
    var facets = Json.mapper().createArrayNode();
    LINK.matcher(text)
        .results()
        .forEach(
            match -> {
              var uri = trimmed(match.group());
              feature(facets, text, match, uri.length(), "link").put("uri", uri);
            });
    TAG.matcher(text)
        .results()
        .forEach(
            match -> {
              var tag = trimmed(match.group());
              feature(facets, text, match, tag.length(), "tag").put("tag", tag.substring(1));
            });
    MENTION
        .matcher(text)
        .results()
        .filter(match -> dids.containsKey(match.group(1).toLowerCase(Locale.ROOT)))
        .forEach(
            match ->
                feature(facets, text, match, match.group().length(), "mention")
                    .put("did", dids.get(match.group(1).toLowerCase(Locale.ROOT))));
    return facets;
  }

  /** A sentence's punctuation after a link or tag is not part of it. */
  private static String trimmed(String found) {
    return TAIL.matcher(found).replaceFirst("");
  }

  private static ObjectNode feature(
      ArrayNode facets, String text, MatchResult match, int length, String kind) {
    var facet = facets.addObject();
    facet
        .putObject("index")
        .put("byteStart", bytes(text.substring(0, match.start())))
        .put("byteEnd", bytes(text.substring(0, match.start() + length)));
    return facet.putArray("features").addObject().put("$type", "app.bsky.richtext.facet#" + kind);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
