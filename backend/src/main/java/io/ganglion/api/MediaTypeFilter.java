package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes what an operation's body is documented to be, and nothing else.
 *
 * <ul>
 *   <li>A body is JSON unless its operation says otherwise: of other types the framework would make
 *       an object with the text as its only member.
 *   <li>A change says by its members what is to be otherwise. Other forms of patch, such as JSON
 *       Patch, are refused: a type that ends in {@code +json} would be read as if it were JSON.
 *   <li>Where no body is taken an empty object may be sent, and nothing else.
 * </ul>
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 12) // the body has been read
class MediaTypeFilter implements ContainerRequestFilter {
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final Set<String> CHANGES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
  private static final Set<String> NOTHING = Set.of("", "{}");

  /** What an operation takes for its body. */
  private enum Takes {
    NONE,
    JSON,
    ITS_OWN
  }

  private final ResourceInfo resource;
  private final Map<Method, Takes> known = new ConcurrentHashMap<>();

  MediaTypeFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var operation = resource.getResourceMethod();
    if (operation == null || !CHANGES.contains(request.getMethod()) || Simulated.is(resource)) {
      return;
    }
    switch (known.computeIfAbsent(operation, this::takes)) {
      case ITS_OWN -> {
        // the framework heeds what it says, and bytes are read as they are
      }
      case JSON -> refuseOthers(request);
      case NONE -> {
        if (!NOTHING.contains(text(request))) {
          throw new InvalidRequest("", "this takes no body; send none");
        }
      }
    }
  }

  private Takes takes(Method operation) {
    if (operation.isAnnotationPresent(Consumes.class)
        || resource.getResourceClass().isAnnotationPresent(Consumes.class)) {
      return Takes.ITS_OWN;
    }
    return Arrays.stream(operation.getParameters())
        .filter(MediaTypeFilter::body)
        .findFirst()
        .map(body -> body.getType() == byte[].class ? Takes.ITS_OWN : Takes.JSON)
        .orElse(Takes.NONE);
  }

  private static void refuseOthers(ContainerRequestContext request) {
    var type = request.getMediaType();
    if (type == null) {
      return; // the framework says that one is needed
    }
    var name = "%s/%s".formatted(type.getType(), type.getSubtype()).toLowerCase(Locale.ROOT);
    boolean patch = request.getMethod().equals(HttpMethod.PATCH) && name.equals(MERGE_PATCH);
    if (!name.equals(MediaType.APPLICATION_JSON) && !patch) {
      throw RequestProblem.mediaType();
    }
  }

  private static String text(ContainerRequestContext request) {
    return new String(BodyFilter.of(request), StandardCharsets.UTF_8).replaceAll("\\s", "");
  }

  /** Whether a parameter is the body: it is taken from nowhere else. */
  private static boolean body(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotations())
        .noneMatch(one -> one.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
  }
}
