package io.ganglion.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Checks an exported ledger line by line: that nothing was altered, taken out or put in. */
public final class Chain {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private String tenant = "";
  private long seq;
  private String root = Line.GENESIS;

  /** A line that isn't as it was sealed. */
  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    Broken(long line, String why) {
      super("line %d: %s".formatted(line, why));
    }
  }

  /**
   * Takes the next line.
   *
   * @return what it tells
   * @throws Broken if it does not follow from those before, or is no line
   */
  public Row next(String text) throws Broken {
    long line = seq + 1;
    var json = object(line, text);
    if (json.path("seq").asLong() != line) {
      throw new Broken(
          line, "its 'seq' is %s: lines are missing or moved".formatted(json.path("seq")));
    }
    var owner = json.path("tenant").asText();
    if (seq > 0 && !owner.equals(tenant)) {
      throw new Broken(line, "it is of another tenant, " + owner);
    }
    if (!json.path("prev_hash").asText().equals(root)) {
      throw new Broken(line, "its 'prev_hash' is not the hash of the line before");
    }
    var hash = json.path("hash").asText();
    json.remove("hash");
    if (!Hashes.of(root, json).equals(hash)) {
      throw new Broken(line, "its 'hash' does not fit its content: it was altered");
    }
    var row = row(line, json);
    tenant = owner;
    seq = line;
    root = hash;
    return row;
  }

  private static ObjectNode object(long line, String text) throws Broken {
    try {
      if (JSON.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new Broken(line, "it is no JSON: " + e.getOriginalMessage());
    }
    throw new Broken(line, "it is no JSON object");
  }

  private static Row row(long line, ObjectNode json) throws Broken {
    try {
      return Rows.read(json);
    } catch (RuntimeException e) { // dates and numbers have exceptions of their own
      throw new Broken(line, "it can't be read: " + e.getMessage());
    }
  }

  public String tenant() {
    return tenant;
  }

  /** How many lines there were. */
  public long size() {
    return seq;
  }

  /** The last line's hash: compare it with a root that was had another way. */
  public String root() {
    return root;
  }
}
