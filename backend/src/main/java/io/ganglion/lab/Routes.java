package io.ganglion.lab;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A platform's routes: the first that fits serves the call. */
public final class Routes {
  private final Pattern prefix;
  private final List<Route> routes = new ArrayList<>();

  private Routes(Pattern prefix) {
    this.prefix = prefix;
  }

  /**
   * @param prefix a regular expression of leading segments that callers may leave out, e.g. a
   *     version: {@code /2}
   */
  public static Routes under(String prefix) {
    return new Routes(Pattern.compile("^(" + prefix + ")(?=/)"));
  }

  /** Serves one route. */
  @FunctionalInterface
  public interface Handler {
    Reply serve(Scene scene, Request request) throws SQLException;
  }

  /**
   * @param name what stood where the route says {@code *}; empty where it doesn't
   */
  public record Request(Call call, String name) {}

  private record Route(String method, List<String> segments, Handler handler) {}

  /**
   * Adds a route.
   *
   * @param path without the prefix; {@code *} stands for one segment
   */
  public Routes on(String method, String path, Handler handler) {
    routes.add(new Route(method, segments(path), handler));
    return this;
  }

  /** Empty if no route fits. */
  public Optional<Reply> serve(Scene scene, Call call) throws SQLException {
    var segments = segments(path(call));
    for (var route : routes) {
      if (route.method().equals(call.method()) && fits(route.segments(), segments)) {
        int star = route.segments().indexOf("*");
        var name = star < 0 ? "" : segments.get(star);
        return Optional.of(route.handler().serve(scene, new Request(call, name)));
      }
    }
    return Optional.empty();
  }

  /** The call's path without the prefix. */
  public String path(Call call) {
    return prefix.matcher(call.path()).replaceFirst("");
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/"));
  }

  private static boolean fits(List<String> pattern, List<String> segments) {
    if (pattern.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).equals("*") && !pattern.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }
}
