package io.ganglion.egress;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a redirect leads, and what may be carried there. Pure. */
final class Redirect {
  private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);

  /** On another origin every other header may be a credential: {@code X-Api-Key} and its kin. */
  private static final Set<String> KEPT_ABROAD =
      Set.of("accept", "accept-language", "content-type", "user-agent");

  private Redirect() {}

  /**
   * The next request.
   *
   * @return empty if the answer is not a redirect that can be followed
   */
  static Optional<HttpCall> next(HttpCall call, HttpResult.Answered answer) {
    if (!FOLLOWED.contains(answer.status())) {
      return Optional.empty();
    }
    return answer
        .header("location")
        .flatMap(location -> resolve(call.uri(), location))
        .map(target -> follow(call, answer.status(), target));
  }

  private static HttpCall follow(HttpCall call, int status, URI target) {
    var becomesGet =
        (status == 303 && !call.method().equals("HEAD"))
            || ((status == 301 || status == 302) && call.method().equals("POST"));
    var headers = new LinkedHashMap<String, List<String>>();
    call.headers()
        .forEach(
            (name, values) -> {
              var lower = name.toLowerCase(Locale.ROOT);
              if ((sameOrigin(call.uri(), target) || KEPT_ABROAD.contains(lower))
                  && !(becomesGet && lower.startsWith("content-"))) {
                headers.put(name, values);
              }
            });
    return new HttpCall(
        becomesGet ? "GET" : call.method(),
        target,
        Map.copyOf(headers),
        becomesGet ? new byte[0] : call.body(),
        call.timeout(),
        call.origin(),
        call.fresh(),
        call.redirects() - 1);
  }

  private static Optional<URI> resolve(URI from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean sameOrigin(URI a, URI b) {
    return String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme())
        && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
