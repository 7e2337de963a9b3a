package io.ganglion.api;

import io.ganglion.kernel.Id;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads identifiers in the query: what is none is the caller's mistake. In a path it is an address
 * that leads nowhere, as JAX-RS has it.
 */
@Provider
class IdParams implements ParamConverterProvider {
  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    if (!Id.class.isAssignableFrom(type)) {
      return null;
    }
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .<ParamConverter<T>>map(one -> new Identifiers<>(type, ((QueryParam) one).value()))
        .findFirst()
        .orElse(null);
  }

  private record Identifiers<T>(Class<T> type, String parameter) implements ParamConverter<T> {
    @Override
    public T fromString(String value) {
      try {
        return Json.mapper().convertValue(value, type);
      } catch (IllegalArgumentException e) {
        throw new InvalidRequest("/" + parameter, "send an identifier as the API writes it");
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
