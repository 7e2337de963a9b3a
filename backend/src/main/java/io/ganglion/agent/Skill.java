package io.ganglion.agent;

import io.ganglion.kernel.InvalidRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A workflow that other agents may ask an agent for.
 *
 * @param name unique within the agent
 * @param workflow {@code namespace/name}, the latest version then, {@code namespace/name:version}
 *     or {@code wfl_…}
 * @param title for people
 * @param description says when it is the right one to ask for
 * @param tags words to find it by
 * @param examples of what may be asked
 */
public record Skill(
    String name,
    String workflow,
    String title,
    String description,
    List<String> tags,
    List<String> examples,
    Instant updatedAt) {
  /** The most skills of one agent. */
  public static final int MOST = 50;

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");
  private static final int MAX_TITLE = 200;
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_WORDS = 20;

  public Skill {
    tags = List.copyOf(tags);
    examples = List.copyOf(examples);
    if (!NAME.matcher(name).matches()) {
      throw new InvalidRequest("/name", "send 1 to 64 of a-z, 0-9, _ and -");
    }
    bounded("/workflow", workflow, MAX_TITLE);
    bounded("/title", title, MAX_TITLE);
    bounded("/description", description, MAX_DESCRIPTION);
    words("/tags", tags, MAX_TITLE);
    words("/examples", examples, MAX_DESCRIPTION);
  }

  /** Of what may be asked now; another time it is another number. */
  public long version() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, updatedAt);
  }

  private static void bounded(String pointer, String text, int most) {
    if (text.isBlank() || text.length() > most) {
      throw new InvalidRequest(pointer, "send 1 to %,d characters".formatted(most));
    }
  }

  private static void words(String pointer, List<String> words, int most) {
    if (words.size() > MAX_WORDS) {
      throw new InvalidRequest(pointer, "send at most " + MAX_WORDS);
    }
    for (int i = 0; i < words.size(); i++) {
      bounded(pointer + "/" + i, words.get(i), most);
    }
  }
}
