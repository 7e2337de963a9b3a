package io.ganglion.workflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;

/**
 * Reads a document written as JSON; YAML's reader would take most of it, but not tabs and long
 * keys.
 */
final class JsonReader {
  private static final JsonFactory FACTORY = new JsonFactory();
  private final Intake intake = new Intake();
  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @throws IOException when it is not JSON
   * @throws WorkflowProblem when it is, but may not be read
   */
  static Located read(String text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      return new JsonReader(parser).document();
    }
  }

  private Located document() throws IOException {
    parser.nextToken();
    var root = value("", 1);
    if (parser.nextToken() != null) {
      throw intake.refused("", line(), "there is more after the end of the document; remove it");
    }
    return intake.done(root);
  }

  private JsonNode value(String pointer, int depth) throws IOException {
    int line = line();
    intake.arrived(pointer, line, depth);
    var token = parser.currentToken();
    if (token == null) {
      throw intake.refused(pointer, line, "the document ends too early");
    }
    return switch (token) {
      case START_OBJECT -> object(pointer, depth);
      case START_ARRAY -> array(pointer, depth);
      case VALUE_STRING -> intake.text(parser.getText(), pointer, line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> intake.number(parser.getText(), pointer, line);
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value: " + token);
    };
  }

  private JsonNode object(String pointer, int depth) throws IOException {
    var object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var at = Located.below(pointer, name);
      intake.member(object, name, at, line());
      parser.nextToken();
      object.set(name, value(at, depth + 1));
    }
    return object;
  }

  private JsonNode array(String pointer, int depth) throws IOException {
    var array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(pointer + '/' + array.size(), depth + 1));
    }
    return array;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
