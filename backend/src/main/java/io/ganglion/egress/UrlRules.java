package io.ganglion.egress;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be asked of the network at all, judged before any name is resolved. */
final class UrlRules {
  /**
   * Ports where something other than a web server listens, refused to tenants: mail, remote shells,
   * name, file and directory services, databases, caches, queues and container or cluster daemons.
   * The list is the fetch standard's "bad ports" shortened to what HTTP could confuse, plus stores.
   */
  private static final Set<Integer> FOREIGN_PORTS =
      Set.of(
          7, 9, 11, 13, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 79, 110, 111, 113, 119, 123,
          135, 137, 138, 139, 143, 161, 179, 389, 427, 445, 465, 512, 513, 514, 515, 543, 544, 548,
          554, 563, 587, 601, 636, 873, 989, 990, 993, 995, 1433, 1521, 1723, 2049, 2181, 2375,
          2376, 2379, 2380, 3306, 3389, 4045, 4190, 5060, 5061, 5432, 5672, 5900, 5984, 6000, 6379,
          6380, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 9042, 9092, 9160, 9300, 10250,
          10255, 11211, 26379, 27017, 27018, 50000);

  /** Some resolvers read such a host as an IPv4 address, each in its own way. */
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

  private static final Pattern IPV4 =
      Pattern.compile("((0|1[0-9]{0,2}|2[0-4]?[0-9]?|25[0-5]|[3-9][0-9]?)(\\.(?!$)|$)){4}");

  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*");

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");

  /** The client frames the message itself; a caller's own framing could smuggle a request. */
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Set<String> METHODS_REFUSED = Set.of("CONNECT", "TRACE");

  private UrlRules() {}

  /** Why a request may not be made; empty if it may. */
  static Optional<String> refusal(HttpCall call) {
    return method(call.method())
        .or(() -> address(call.uri(), call.origin()))
        .or(() -> headers(call.headers()));
  }

  /** Why an address may not be called; empty if it may. */
  static Optional<String> address(URI uri, Origin origin) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("only http and https addresses can be called");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("an address may not carry a user name or password; use a header");
    }
    if (uri.getHost() == null || uri.getHost().indexOf('%') >= 0) {
      return Optional.of("the address has no valid host");
    }
    if (!plain(uri.getHost())) {
      return Optional.of("write an IPv4 address as four decimal numbers without leading zeros");
    }
    var port = uri.getPort();
    if (port == 0 || port > 65_535) {
      return Optional.of("port %d does not exist".formatted(port));
    }
    if (origin == Origin.TENANT && FOREIGN_PORTS.contains(port)) {
      return Optional.of("port %d belongs to another protocol than HTTP".formatted(port));
    }
    return Optional.empty();
  }

  /** Whether this can be a host's name or IPv4 address, for what isn't called by a URL. */
  static boolean host(String host) {
    return HOST.matcher(host).matches() && plain(host);
  }

  private static boolean plain(String host) {
    return !ENDS_IN_A_NUMBER.matcher(host).matches() || IPV4.matcher(host).matches();
  }

  private static Optional<String> method(String method) {
    return TOKEN.matcher(method).matches() && !METHODS_REFUSED.contains(method)
        ? Optional.empty()
        : Optional.of("this method can't be called");
  }

  private static Optional<String> headers(Map<String, List<String>> headers) {
    for (var entry : headers.entrySet()) {
      var name = entry.getKey();
      if (!TOKEN.matcher(name).matches()) {
        return Optional.of("a header's name is not valid");
      }
      if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
        return Optional.of("header %s is set by the platform".formatted(name));
      }
      if (entry.getValue().stream().anyMatch(UrlRules::breaksLine)) {
        return Optional.of("header %s has a control character in its value".formatted(name));
      }
    }
    return Optional.empty();
  }

  private static boolean breaksLine(String value) {
    return value.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f);
  }
}
