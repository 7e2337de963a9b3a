package io.ganglion.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which methods an address knows, as an answer's {@code Allow} tells it, and in which forms they
 * answer. Found out when the first is asked for.
 */
@ApplicationScoped
class AllowedMethods {
  /** A part of a template, with the expression that it has to match where it has one. */
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}:]+(?::([^}]*))?\\}");

  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    routes =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(Bean::getBeanClass)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .flatMap(AllowedMethods::of)
            .toList();
  }

  /**
   * An operation.
   *
   * @param fixed characters of its template outside of parameters: of two templates that an address
   *     matches, the one with more of them is meant
   */
  private record Route(Pattern address, int fixed, String method, List<String> types) {}

  /**
   * The methods of an address.
   *
   * @param refused the method that was refused there, whatever is declared
   */
  Set<String> at(String path, String refused) {
    var methods = new TreeSet<String>();
    for (var route : routes) {
      if (route.address.matcher(path).matches()) {
        methods.add(route.method);
      }
    }
    methods.remove(refused.equals(HttpMethod.HEAD) ? HttpMethod.GET : refused);
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return methods;
  }

  /** The media types in which an address answers a method. */
  Set<String> types(String path, String method) {
    var verb = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    var meant =
        routes.stream()
            .filter(route -> route.method.equals(verb) && route.address.matcher(path).matches())
            .toList();
    int fixed = meant.stream().mapToInt(Route::fixed).max().orElse(0);
    var types = new TreeSet<String>();
    meant.stream().filter(route -> route.fixed == fixed).forEach(one -> types.addAll(one.types));
    return types;
  }

  private static Stream<Route> of(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .flatMap(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(verb -> route(resource, method, verb.value())));
  }

  private static Route route(Class<?> resource, Method method, String verb) {
    var below = method.getAnnotation(Path.class);
    var template =
        "/%s/%s"
            .formatted(
                resource.getAnnotation(Path.class).value(), below == null ? "" : below.value())
            .replaceAll("/+", "/");
    int fixed = PARAMETER.matcher(template).replaceAll("").length();
    return new Route(address(template), fixed, verb, types(resource, method));
  }

  /** As declared; what declares nothing answers in JSON. */
  private static List<String> types(Class<?> resource, Method method) {
    var own = method.getAnnotation(Produces.class);
    var declared = own == null ? resource.getAnnotation(Produces.class) : own;
    return declared == null ? List.of(MediaType.APPLICATION_JSON) : List.of(declared.value());
  }

  private static Pattern address(String template) {
    var address = new StringBuilder();
    var parameter = PARAMETER.matcher(template);
    int from = 0;
    while (parameter.find()) {
      var like = parameter.group(1);
      address
          .append(Pattern.quote(template.substring(from, parameter.start())))
          .append("(?:%s)".formatted(like == null ? "[^/]+" : like.strip()));
      from = parameter.end();
    }
    var rest = template.substring(from).replaceAll("/$", "");
    return Pattern.compile(address + Pattern.quote(rest) + "/?");
  }
}
