package io.ganglion.connector.endpoint;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server's digest challenge, and the answer to it. Pure.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616">RFC 7616</a>
 */
record Digest(Map<String, String> challenge) {
  private static final String SCHEME = "digest ";
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
  private static final Map<String, String> ALGORITHMS =
      Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA-512-256", "SHA-512/256");

  /** The first challenge that can be answered: a known algorithm, and qop auth or none. */
  static Optional<Digest> of(List<String> wwwAuthenticate) {
    return wwwAuthenticate.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(Digest::read)
        .filter(digest -> ALGORITHMS.containsKey(digest.algorithm()))
        .filter(digest -> digest.challenge.containsKey("nonce"))
        .filter(digest -> digest.qop().isEmpty() || digest.auth())
        .findFirst();
  }

  private static Digest read(String line) {
    var parameters = new HashMap<String, String>();
    var matcher = PARAMETER.matcher(line.substring(SCHEME.length()));
    while (matcher.find()) {
      var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return new Digest(Map.copyOf(parameters));
  }

  /**
   * The value of the Authorization header for one request.
   *
   * @param cnonce of this client, never used twice
   */
  String answer(String method, URI uri, String username, String password, String cnonce) {
    var target = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    if (uri.getRawQuery() != null) {
      target += "?" + uri.getRawQuery();
    }
    var ha1 = hash(username + ":" + value("realm") + ":" + password);
    var ha2 = hash(method + ":" + target);
    var middle = auth() ? ":00000001:" + cnonce + ":auth:" : ":";
    var response = hash(ha1 + ":" + value("nonce") + middle + ha2);
    var header =
        new StringBuilder("Digest username=\"%s\"".formatted(quoted(username)))
            .append(", realm=\"%s\", nonce=\"%s\"".formatted(value("realm"), value("nonce")))
            .append(", uri=\"%s\", response=\"%s\"".formatted(target, response))
            .append(", algorithm=")
            .append(algorithm());
    if (challenge.containsKey("opaque")) {
      header.append(", opaque=\"%s\"".formatted(value("opaque")));
    }
    if (auth()) {
      header.append(", qop=auth, nc=00000001, cnonce=\"%s\"".formatted(cnonce));
    }
    return header.toString();
  }

  private String algorithm() {
    return challenge.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
  }

  private String qop() {
    return value("qop");
  }

  private boolean auth() {
    return List.of(qop().split("[,\\s]+")).contains("auth");
  }

  private String value(String name) {
    return challenge.getOrDefault(name, "");
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String hash(String text) {
    try {
      var digest = MessageDigest.getInstance(ALGORITHMS.getOrDefault(algorithm(), "MD5"));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has them
    }
  }
}
