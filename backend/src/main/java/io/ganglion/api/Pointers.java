package io.ganglion.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** Where in a request something is, as a JSON pointer (RFC 6901) in the names of the wire. */
public final class Pointers {
  private static final SnakeCaseStrategy WIRE = new SnakeCaseStrategy();

  private Pointers() {}

  /** Of a bean validation's path: the method is left out, and the body's parameter. */
  static String of(Path path) {
    var pointer = new StringBuilder();
    int parameters = 0;
    String parameter = "";
    for (var node : path) {
      switch (node.getKind()) {
        case PARAMETER -> {
          parameters++;
          parameter = node.getName();
        }
        case PROPERTY, CONTAINER_ELEMENT -> append(pointer, node);
        case METHOD, CONSTRUCTOR, BEAN, CROSS_PARAMETER, RETURN_VALUE -> {}
      }
    }
    return pointer.isEmpty() && parameters > 0 && !parameter.equals("body")
        ? "/" + WIRE.translate(parameter)
        : pointer.toString();
  }

  private static void append(StringBuilder pointer, Path.Node node) {
    if (node.isInIterable()) {
      pointer
          .append('/')
          .append(
              node.getIndex() != null ? node.getIndex() : escape(String.valueOf(node.getKey())));
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      pointer.append('/').append(escape(WIRE.translate(node.getName())));
    }
  }

  /** Of a place in the JSON that Jackson could not bind. */
  static String of(List<JsonMappingException.Reference> path) {
    var pointer = new StringBuilder();
    for (var step : path) {
      pointer
          .append('/')
          .append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
    }
    return pointer.toString();
  }

  /** A member's name as a step of a pointer. */
  public static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
