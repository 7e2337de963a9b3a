package io.ganglion.openapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ganglion.egress.Egress;
import io.ganglion.egress.HttpCall;
import io.ganglion.egress.HttpResult;
import io.ganglion.egress.Origin;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.workflow.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Descriptions of services, fetched through the guard and kept for some minutes. */
@ApplicationScoped
class Descriptions {
  private static final int MAX_BYTES = 1 << 20;

  /** Of the descriptions as they were sent; read into memory they are about ten times that. */
  private static final long KEPT_BYTES = 16 << 20;

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_REDIRECTS = 3;
  private static final int NO_CONNECTION = 503;
  private static final int NO_ANSWER = 504;

  private final Egress egress;
  private final Cache<Key, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .<Key, Kept>weigher((key, one) -> one.bytes())
          .expireAfterWrite(KEPT)
          .build();

  Descriptions(Egress egress) {
    this.egress = egress;
  }

  private record Key(TenantId tenant, URI uri) {}

  private record Kept(Description description, int bytes) {}

  /**
   * The description at an address.
   *
   * @throws OpenApiFailed if it can't be fetched or read
   */
  Description get(TenantId tenant, URI uri) {
    var key = new Key(tenant, uri);
    var known = kept.getIfPresent(key);
    if (known == null) {
      known = fetch(uri);
      kept.put(key, known);
    }
    return known.description();
  }

  private Kept fetch(URI uri) {
    var call =
        new HttpCall(
            "GET",
            uri,
            Map.of("Accept", List.of("application/json, application/yaml, */*")),
            new byte[0],
            TIMEOUT,
            Origin.TENANT,
            false,
            MAX_REDIRECTS);
    return switch (egress.call(call)) {
      case HttpResult.Answered a when a.status() == 200 -> read(uri, a.body());
      case HttpResult.Answered a ->
          throw OpenApiFailed.unreachable(
              a.status(), "the OpenAPI document: its server answered " + a.status());
      case HttpResult.NotSent n ->
          throw OpenApiFailed.unreachable(NO_CONNECTION, "the OpenAPI document: " + n.reason());
      case HttpResult.Lost l ->
          throw OpenApiFailed.unreachable(NO_ANSWER, "the OpenAPI document: " + l.reason());
    };
  }

  private static Kept read(URI uri, byte[] body) {
    if (body.length > MAX_BYTES) {
      throw OpenApiFailed.description(
          "the OpenAPI document is larger than %d bytes; serve one with the operations needed"
              .formatted(MAX_BYTES));
    }
    try {
      var root = Texts.value(new String(body, StandardCharsets.UTF_8));
      return new Kept(new Description(uri, root), Math.max(body.length, 1));
    } catch (Problem e) {
      throw OpenApiFailed.description("the OpenAPI document can't be read: " + e.detail());
    }
  }
}
