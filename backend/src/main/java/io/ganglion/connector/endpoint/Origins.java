package io.ganglion.connector.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Endpoints as workflows name them, and what tells one server from another. Pure. */
public final class Origins {
  private Origins() {}

  /** The address of an endpoint: a text, or an object with {@code uri}. */
  public static String address(JsonNode endpoint) {
    return endpoint.isTextual() ? endpoint.asText() : endpoint.path("uri").asText();
  }

  /** {@code scheme://host:port}; empty for what is no address, which is refused when sent. */
  public static String of(String address) {
    try {
      return of(new URI(address));
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** {@code scheme://host:port}; empty where there is no scheme or host. */
  public static String of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      return "";
    }
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    var standard = scheme.equals("https") ? 443 : 80;
    var port = uri.getPort() < 0 ? standard : uri.getPort();
    return "%s://%s:%d".formatted(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
  }
}
