package io.ganglion.api;

import io.ganglion.kernel.InvalidRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Refuses query parameters that the operation doesn't know, that come twice or hold what no text
 * here can: a filter that is ignored shows more than was asked for.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 5)
class QueryFilter implements ContainerRequestFilter {
  /** So much of a name that isn't known is shown. */
  private static final int SHOWN = 100;

  private final ResourceInfo resource;
  private final Map<Method, TreeSet<String>> known = new ConcurrentHashMap<>();

  QueryFilter(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var operation = resource.getResourceMethod();
    if (operation == null || Simulated.is(resource)) {
      return;
    }
    var protocol = operation.getAnnotation(OwnProtocol.class);
    if (protocol != null && protocol.query()) {
      return;
    }
    var names = known.computeIfAbsent(operation, QueryFilter::names);
    request.getUriInfo().getQueryParameters().forEach((name, values) -> check(names, name, values));
  }

  private static void check(TreeSet<String> names, String name, List<String> values) {
    if (!names.contains(name)) {
      throw new InvalidRequest(
          "/" + name.substring(0, Math.min(name.length(), SHOWN)),
          names.isEmpty()
              ? "there are no query parameters here"
              : "there is no such query parameter; there are " + String.join(", ", names));
    }
    if (values.size() > 1) {
      throw new InvalidRequest("/" + name, "send the query parameter once");
    }
    for (var value : values) {
      var wrong = WireText.wrong(value);
      if (!wrong.isEmpty()) {
        throw new InvalidRequest("/" + name, wrong);
      }
    }
  }

  private static TreeSet<String> names(Method operation) {
    var names = new TreeSet<String>();
    Stream.of(operation.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .filter(annotation -> annotation != null)
        .forEach(annotation -> names.add(annotation.value()));
    return names;
  }
}
