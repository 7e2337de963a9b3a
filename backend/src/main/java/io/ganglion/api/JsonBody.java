package io.ganglion.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.ganglion.kernel.InvalidRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads JSON bodies; whatever is wrong is told by its JSON pointer. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBody implements MessageBodyReader<Object> {
  private final ObjectMapper wire;

  JsonBody(ObjectMapper wire) {
    this.wire = wire;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type != String.class && type != byte[].class && type != InputStream.class;
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var tree = JsonTree.read(body.readAllBytes());
    if (type.isRecord() && !tree.isObject()) {
      throw new InvalidRequest("", "send a JSON object");
    }
    try {
      return wire.readerFor(wire.constructType(generic)).readValue(tree);
    } catch (JsonMappingException e) {
      throw new InvalidRequest(Pointers.of(e.getPath()), reason(e));
    }
  }

  private static String reason(JsonMappingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> unknown(unknown);
      case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
          "send one of "
              + Arrays.stream(wrong.getTargetType().getEnumConstants())
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "));
      case MismatchedInputException wrong -> "send " + noun(wrong.getTargetType());
      default -> "this value is not valid: " + root(e);
    };
  }

  private static String unknown(UnrecognizedPropertyException e) {
    var known =
        e.getKnownPropertyIds() == null
            ? ""
            : e.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    return "there is no field \"%s\"; known are %s".formatted(e.getPropertyName(), known);
  }

  private static String noun(Class<?> type) {
    if (type == null) {
      return "a value of another type";
    }
    if (type == String.class || io.ganglion.kernel.Id.class.isAssignableFrom(type)) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number without quotes, in range";
    }
    if (java.util.Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
      return "a time of RFC 3339, e.g. 2026-11-22T10:00:00Z";
    }
    return type == java.time.Duration.class ? "an ISO 8601 duration, e.g. PT24H" : "an object";
  }

  /** What our own types said about the value. */
  private static String root(Throwable e) {
    var cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? cause.getMessage()
        : "another form is expected";
  }
}
