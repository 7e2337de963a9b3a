package io.ganglion.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Act;
import io.ganglion.connector.Outcome;
import io.ganglion.connector.PlatformCall;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What an account shows. */
final class Media {
  /** How far Instagram's clock may be behind the database's. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int SCANNED = 100;

  /** Instagram writes {@code +0000} without a colon. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

  private final Graph graph;

  Media(Graph graph) {
    this.graph = graph;
  }

  static PlatformCall newest(Session session, int limit, Duration timeout) {
    var path =
        "/%s/media?fields=id,caption,timestamp,permalink&limit=%d"
            .formatted(Query.encode(session.principal()), limit);
    return Graph.call(session, "GET", path, timeout);
  }

  /** The id of the one medium that is the act's; empty if there is none, or more than one. */
  Optional<String> only(Session session, Act act) {
    var caption = normal(act.arguments().path("caption").asText(""));
    var notBefore = act.firstDispatched().minus(SKEW);
    return switch (graph.ask(newest(session, SCANNED, TIMEOUT), Graph::whole)) {
      case Outcome.Landed l -> {
        List<String> ids =
            l.output()
                .path("data")
                .valueStream()
                .filter(medium -> normal(medium.path("caption").asText("")).equals(caption))
                .filter(medium -> !time(medium).isBefore(notBefore))
                .map(medium -> medium.path("id").asText())
                .filter(id -> !act.others().references().contains(id))
                .toList();
        yield ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
      }
      case Outcome.NotLanded n -> Optional.empty();
      case Outcome.Unknown u -> Optional.empty();
    };
  }

  /** When it was made; {@link Instant#MIN} if that can't be read. */
  static Instant time(JsonNode medium) {
    try {
      return OffsetDateTime.parse(medium.path("timestamp").asText(), TIMESTAMP).toInstant();
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
