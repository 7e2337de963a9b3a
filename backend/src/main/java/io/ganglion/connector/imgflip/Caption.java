package io.ganglion.connector.imgflip;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.Query;
import io.ganglion.connector.Session;
import java.util.List;
import java.util.Optional;

/** The form that imgflip takes for a meme. Pure. */
final class Caption {
  private static final List<String> FIELDS =
      List.of("template_id", "text0", "text1", "text", "font", "query", "type");

  private Caption() {}

  /** The account's name and password are members of each form. */
  static Query form(Session session, JsonNode arguments) {
    var form =
        Query.of("username", session.credentials().text("username"))
            .and("password", session.credentials().text("password"));
    for (var field : FIELDS) {
      if (arguments.path(field).isTextual()) {
        form = form.and(field, arguments.path(field).textValue());
      }
    }
    if (arguments.has("max_font_size")) {
      form = form.and("max_font_size", arguments.path("max_font_size").asText());
    }
    if (arguments.path("no_watermark").asBoolean(false)) {
      form = form.and("no_watermark", "1");
    }
    var boxes = arguments.path("boxes");
    for (int i = 0; i < boxes.size(); i++) {
      for (var member : boxes.get(i).properties()) {
        form = form.and("boxes[%d][%s]".formatted(i, member.getKey()), member.getValue().asText());
      }
    }
    return form;
  }

  /** What is wrong with a meme's texts; empty if nothing. */
  static Optional<String> wrong(JsonNode arguments) {
    var texts = arguments.has("text0") || arguments.has("text1");
    if (texts == arguments.has("boxes")) {
      return Optional.of("send text0 and text1, or boxes, and not both");
    }
    var blank =
        texts
            ? arguments.path("text0").asText("").isBlank()
                && arguments.path("text1").asText("").isBlank()
            : arguments.path("boxes").valueStream().allMatch(Caption::blank);
    return blank ? Optional.of("a meme needs a text") : Optional.empty();
  }

  private static boolean blank(JsonNode box) {
    return box.path("text").asText("").isBlank();
  }
}
