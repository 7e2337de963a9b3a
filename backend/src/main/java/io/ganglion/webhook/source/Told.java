package io.ganglion.webhook.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.InvalidRequest;
import java.util.List;
import java.util.regex.Pattern;

/** What a platform's request says, once it is proven to be the platform's. */
sealed interface Told {
  /**
   * Something happened.
   *
   * @param answer for when all of it is stored
   */
  record Happened(List<Item> items, Answer answer) implements Told {
    public Happened {
      items = List.copyOf(items);
    }

    static Happened one(Item item) {
      return new Happened(List.of(item), Answer.OK);
    }
  }

  /** Nothing happened: the platform asks whether somebody is there. */
  record Asked(Answer answer) implements Told {}

  /**
   * One event.
   *
   * @param id unique for the source
   * @param what is put behind the source's type, with a dot between
   */
  record Item(String id, String what, JsonNode data) {}

  /** A name that a platform gives, if it can be part of a type. */
  Pattern WORD = Pattern.compile("[A-Za-z0-9_:-]{1,64}(\\.[A-Za-z0-9_:-]{1,64}){0,4}");

  /** What is put behind the type where the platform names nothing that can be. */
  String OTHER = "other";

  /** A platform's name of what happened. */
  static String what(JsonNode name) {
    return name.isTextual() && WORD.matcher(name.textValue()).matches() ? name.textValue() : OTHER;
  }

  /**
   * A platform's identifier, a text or a whole number.
   *
   * @throws InvalidRequest if there is none
   */
  static String id(JsonNode body, String pointer) {
    var id = body.at(pointer);
    if ((id.isTextual() && !id.textValue().isBlank()) || id.isIntegralNumber()) {
      return id.asText();
    }
    throw new InvalidRequest(pointer, "send the platform's identifier");
  }
}
