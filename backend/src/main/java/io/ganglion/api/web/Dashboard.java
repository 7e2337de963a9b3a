package io.ganglion.api.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Serves the dashboard: its files as they are, the documentation, and its one page for every other
 * address, since its router is in the browser.
 */
@ApplicationScoped
class Dashboard {
  /** First segments of addresses that are never a page's. */
  private static final Set<String> OTHERS =
      Set.of("api", "auth", "q", "lab", "in", "mcp", "a2a", "oauth", "federation", ".well-known");

  private static final String ASSETS = "/assets/";
  private static final String DOCS = "docs";
  private static final long FOR_EVER = Duration.ofDays(365).toSeconds();

  /** Nothing of anybody else's, nothing inline, in no frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final WebConfig config;

  Dashboard(WebConfig config) {
    this.config = config;
  }

  void route(@Observes Router router) {
    if (config.dist().isEmpty()) {
      return;
    }
    var dist = config.dist().get().toAbsolutePath();
    var copies = new Copies(dist);
    // a name under assets/ has a hash of its content: what it names never changes
    router
        .route(ASSETS + "*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(request -> compressed(dist, copies, request))
        .handler(
            StaticHandler.create(FileSystemAccess.ROOT, dist.resolve("assets").toString())
                .setMaxAgeSeconds(FOR_EVER));
    router
        .route()
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(request -> fileOrPage(dist, copies, request));
  }

  /** A copy of an asset, if there is one for this request; else the asset itself comes next. */
  private static void compressed(Path dist, Copies copies, RoutingContext request) {
    request.response().putHeader("Vary", "Accept-Encoding");
    var path = request.normalizedPath();
    copies
        .of(dist.resolve(path.substring(1)), request)
        .ifPresentOrElse(
            copy ->
                request
                    .response()
                    .putHeader("Cache-Control", "public, immutable, max-age=" + FOR_EVER)
                    .putHeader("Content-Type", type(path))
                    .putHeader("Content-Encoding", copy.coding().name)
                    .sendFile(copy.file().toString())
                    .onFailure(missing -> request.next()),
            request::next);
  }

  private static void fileOrPage(Path dist, Copies copies, RoutingContext request) {
    var path = request.normalizedPath();
    var first = path.split("/", 3)[1];
    if (first.equals(DOCS)) {
      documentation(dist, copies, path, request);
    } else if (OTHERS.contains(first)) {
      request.next();
    } else if (path.startsWith(ASSETS)) {
      request.fail(404);
    } else if (first.matches("[a-z0-9-]{1,50}\\.[a-z0-9]{2,12}") && !first.equals("index.html")) {
      request
          .response()
          .putHeader("Cache-Control", "no-cache")
          .putHeader("Content-Type", type(first))
          .sendFile(dist.resolve(first).toString())
          .onFailure(missing -> request.next());
    } else {
      html(dist.resolve("index.html"), copies, request);
    }
  }

  private static String type(String name) {
    var type = String.valueOf(MimeMapping.getMimeTypeForFilename(name));
    return type.startsWith("text/") || type.endsWith("javascript")
        ? type + "; charset=utf-8"
        : type.equals("null") ? "application/octet-stream" : type;
  }

  /** {@code /docs} is the API's reference, {@code /docs/problems} and others are guides. */
  private static void documentation(Path dist, Copies copies, String path, RoutingContext request) {
    var name = path.substring(1 + DOCS.length()).replaceFirst("^/", "");
    if (name.matches("[a-z0-9-]{0,50}")) {
      html(
          dist.resolve(DOCS).resolve((name.isEmpty() ? "index" : name) + ".html"), copies, request);
    } else {
      request.next();
    }
  }

  private static void html(Path file, Copies copies, RoutingContext request) {
    var copy = copies.of(file, request);
    copy.ifPresent(it -> request.response().putHeader("Content-Encoding", it.coding().name));
    request
        .response()
        .putHeader("Vary", "Accept-Encoding")
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Content-Security-Policy", POLICY)
        .sendFile(copy.map(Copies.Copy::file).orElse(file).toString())
        .onFailure(missing -> request.next());
  }
}
