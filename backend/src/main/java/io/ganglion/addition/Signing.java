package io.ganglion.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.endpoint.Policy;
import io.ganglion.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one request proves whose it is.
 *
 * @param policy of the Authorization header
 */
record Signing(Policy policy, ApiRequest.Signed signed) {
  private static final int UNAUTHENTICATED = 401;

  /**
   * By the first alternative that the credentials have all of.
   *
   * @throws Unsendable if they have none, saying which are asked for
   */
  static Signing of(List<Scheme> schemes, Wire.Http wire, JsonNode credentials) throws Unsendable {
    if (wire.security().isEmpty()) {
      return with(List.of(), credentials);
    }
    for (var alternative : wire.security()) {
      var wanted = schemes.stream().filter(one -> alternative.contains(one.name())).toList();
      if (wanted.size() == alternative.size()
          && wanted.stream().allMatch(one -> one.filled(credentials))) {
        return with(wanted, credentials);
      }
    }
    throw new Unsendable(
        UNAUTHENTICATED,
        "the connection has no credentials for %s; rotate them in"
            .formatted(
                wire.security().stream()
                    .map(names -> String.join(" and ", names))
                    .collect(Collectors.joining(", or "))));
  }

  private static Signing with(List<Scheme> schemes, JsonNode credentials) {
    var policy = Json.object();
    var headers = new LinkedHashMap<String, String>();
    var query = Pairs.NONE;
    for (var scheme : schemes) {
      var value = credentials.path(scheme.name()).asText();
      switch (scheme.kind()) {
        case HEADER -> headers.put(scheme.key(), value);
        case QUERY -> query = query.and(scheme.key(), value);
        case BASIC, BEARER, CLIENT_CREDENTIALS -> policy = scheme.policy(credentials);
      }
    }
    return new Signing(new Policy(policy), new ApiRequest.Signed(headers, query));
  }
}
