package io.ganglion.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** The methods behind the document's operations, as the build's index knows them. */
final class ApiRoutes {
  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
  private static final DotName PRODUCES = DotName.createSimple("jakarta.ws.rs.Produces");
  private static final DotName RESPONSE =
      DotName.createSimple("org.jboss.resteasy.reactive.RestResponse");
  private static final DotName SCOPE = DotName.createSimple(Scope.class);
  private static final DotName PUBLIC = DotName.createSimple(Public.class);
  private static final DotName OPERATOR = DotName.createSimple(Operator.class);
  private static final List<String> VERBS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");

  private final Map<String, MethodInfo> methods = new HashMap<>();
  private final Set<String> streams = new HashSet<>();

  ApiRoutes(IndexView index) {
    for (var verb : VERBS) {
      for (var found : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
        if (found.target().kind() == AnnotationTarget.Kind.METHOD) {
          add(verb, found.target().asMethod());
        }
      }
    }
  }

  private void add(String verb, MethodInfo method) {
    var path =
        text(method.declaringClass().declaredAnnotation(PATH)) + text(method.annotation(PATH));
    var key = verb + " " + path;
    if (text(method.annotation(PRODUCES)).equals("text/event-stream")) {
      streams.add(key);
      methods.putIfAbsent(key, method);
    } else {
      methods.put(key, method);
    }
  }

  /** Whether the operation answers with server-sent events, too. */
  boolean streams(HttpMethod verb, String path) {
    return streams.contains(key(verb, path));
  }

  /** Whether anybody may call it. */
  boolean isPublic(HttpMethod verb, String path) {
    return has(verb, path, PUBLIC);
  }

  /** Whether it is for the installation's operator. */
  boolean isOperators(HttpMethod verb, String path) {
    return has(verb, path, OPERATOR);
  }

  /** The scopes that its caller needs, all of them; none where any caller will do. */
  List<String> scopes(HttpMethod verb, String path) {
    return method(verb, path)
        .map(method -> method.annotation(SCOPE))
        .map(scope -> List.of(scope.value().asStringArray()))
        .filter(scopes -> !scopes.equals(List.of(Scope.ANY)))
        .orElse(List.of());
  }

  /** What a successful answer holds. */
  Optional<Type> answer(HttpMethod verb, String path) {
    return method(verb, path)
        .map(MethodInfo::returnType)
        .map(
            type ->
                type.name().equals(RESPONSE)
                    ? type.asParameterizedType().arguments().getFirst()
                    : type)
        .filter(type -> type.kind() != Type.Kind.VOID);
  }

  private boolean has(HttpMethod verb, String path, DotName annotation) {
    return method(verb, path).filter(method -> method.hasAnnotation(annotation)).isPresent();
  }

  private Optional<MethodInfo> method(HttpMethod verb, String path) {
    return Optional.ofNullable(methods.get(key(verb, path)));
  }

  private static String key(HttpMethod verb, String path) {
    return verb.name().toUpperCase(Locale.ROOT) + " " + path;
  }

  private static String text(@org.jspecify.annotations.Nullable AnnotationInstance annotation) {
    if (annotation == null) {
      return "";
    }
    var value = annotation.value();
    return switch (value.kind()) {
      case ARRAY -> value.asStringArray()[0];
      default -> value.asString();
    };
  }
}
