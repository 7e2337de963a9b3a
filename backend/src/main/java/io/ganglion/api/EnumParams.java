package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads enumerated query parameters: a word that is not one of them is the caller's mistake. */
@Provider
class EnumParams implements ParamConverterProvider {
  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    return type.isEnum() ? new Words<>(type, name(annotations)) : null;
  }

  private static String name(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .map(one -> ((QueryParam) one).value())
        .findFirst()
        .orElse("");
  }

  private record Words<T>(Class<T> type, String parameter) implements ParamConverter<T> {
    @Override
    public T fromString(String value) {
      return Arrays.stream(type.getEnumConstants())
          .filter(one -> one.toString().equals(value))
          .findFirst()
          .orElseThrow(() -> new InvalidRequest("/" + parameter, "send one of " + words()));
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }

    private String words() {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }
  }
}
