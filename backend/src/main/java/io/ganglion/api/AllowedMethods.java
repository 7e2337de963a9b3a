package io.ganglion.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which methods an address knows, as an answer's {@code Allow} tells it. Found out when the first
 * is asked for.
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

  private record Route(Pattern address, String method) {}

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

  private static Stream<Route> of(Class<?> resource) {
    var root = resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getMethods())
        .flatMap(
            method ->
                Arrays.stream(method.getAnnotations())
                    .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(
                        verb ->
                            new Route(
                                address(root, method.getAnnotation(Path.class)), verb.value())));
  }

  private static Pattern address(String root, @Nullable Path below) {
    var template = ("/" + root + "/" + (below == null ? "" : below.value())).replaceAll("/+", "/");
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
