package io.ganglion.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an agent asked a session to do.
 *
 * @param seq order within the session, from 1
 * @param body as it was asked for
 * @param run the session as it stands
 * @param record what became of it; null while nobody knows, or where the session ended before
 */
public record SessionStep(
    Place place, int seq, JsonNode body, Instant askedAt, Run run, @Nullable Step record) {

  /** What it is, which says where it stands. */
  public enum Kind {
    /** One act. */
    STEP("/steps/"),
    /** Several that commit together. */
    GROUP("/groups/"),
    /** The undo of what an earlier run did; its key is the effect. */
    UNDO("/undo/");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where it is in the journal.
   *
   * @param key the agent's own name for it
   */
  public record Place(Kind kind, String key) {
    /** The position of its visit. */
    public String position() {
      return kind.prefix + key;
    }

    static Place read(String position) {
      for (var kind : Kind.values()) {
        if (position.startsWith(kind.prefix)) {
          return new Place(kind, position.substring(kind.prefix.length()));
        }
      }
      throw new IllegalArgumentException("no place of a session: " + position);
    }
  }

  /** Whether nothing more will happen to it. */
  public boolean ended() {
    return record != null || run.state().ended();
  }
}
