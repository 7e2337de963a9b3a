package io.ganglion.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Problem.Violation;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads JSON bodies; whatever is wrong is told by its JSON pointer. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBody implements MessageBodyReader<Object> {
  /** The most unknown fields that are named. */
  private static final int MOST = 20;

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
  public @Nullable Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readAllBytes();
    if (bytes.length == 0) {
      return null; // an operation that needs a body says so
    }
    var tree = JsonTree.read(bytes);
    if (type.isRecord() && !tree.isObject()) {
      throw new InvalidRequest("", "send a JSON object");
    }
    try {
      return wire.readerFor(wire.constructType(generic)).readValue(tree);
    } catch (JsonMappingException e) {
      throw new InvalidRequest(violations(tree, e));
    }
  }

  /** One, or one for each unknown field of the object that has the first of them. */
  private static List<Violation> violations(JsonNode tree, JsonMappingException e) {
    if (!(e instanceof UnrecognizedPropertyException unknown)) {
      return List.of(new Violation(Pointers.of(e.getPath()), reason(e)));
    }
    var object = Pointers.of(unknown.getPath().subList(0, unknown.getPath().size() - 1));
    var known =
        Optional.ofNullable(unknown.getKnownPropertyIds()).orElse(List.of()).stream()
            .map(String::valueOf)
            .sorted()
            .toList();
    return Stream.concat(
            Stream.of(unknown.getPropertyName()),
            tree.at(object)
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name)))
        .distinct()
        .limit(MOST)
        .map(name -> new Violation(object + "/" + Pointers.escape(name), unknown(name, known)))
        .toList();
  }

  private static String reason(JsonMappingException e) {
    return switch (e) {
      case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
          "send one of "
              + Arrays.stream(wrong.getTargetType().getEnumConstants())
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "));
      case MismatchedInputException wrong -> "send " + noun(wrong.getTargetType());
      default -> "this value is not valid: " + root(e);
    };
  }

  private static String unknown(String name, List<String> known) {
    return "there is no field \"%s\"; known are %s".formatted(name, String.join(", ", known));
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
