package io.ganglion.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One line of the log.
 *
 * @param seq from 1, without a gap
 * @param at to the millisecond
 * @param address the IP address of the caller; empty for the platform's own acts
 * @param previous the hash of the line before; {@link #FIRST} for the first
 * @param hash SHA-256 of the line's canonical JSON without this member, in hexadecimal
 */
public record Entry(
    long seq,
    Instant at,
    String actor,
    Optional<String> address,
    Change change,
    String previous,
    String hash) {
  /** What stands before the first line. */
  public static final String FIRST = "0".repeat(64);

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  static Entry after(
      long seq,
      String previous,
      Instant at,
      String actor,
      Optional<String> address,
      Change change) {
    var open = new Entry(seq, at, actor, address, change, previous, "");
    return new Entry(seq, at, actor, address, change, previous, Json.hash(open.content()));
  }

  /** Whether it is as it was written, behind that line. */
  boolean follows(long last, String lastHash) {
    return seq == last + 1 && previous.equals(lastHash) && hash.equals(Json.hash(content()));
  }

  /** As it is hashed: RFC 8785 over these members, which are those that callers see. */
  ObjectNode content() {
    var content = Json.object();
    content.put("seq", seq).put("at", MILLIS.format(at)).put("actor", actor);
    content.put("address", address.orElse(null));
    content.put("action", change.action()).put("target", change.target());
    content.set("before", change.before());
    content.set("after", change.after());
    return content.put("previous", previous);
  }
}
