package io.ganglion.api.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ganglion.api.BodyFilter;
import io.ganglion.api.OwnProtocol;
import io.ganglion.api.ShownOnce;
import io.ganglion.api.Simulated;
import io.ganglion.api.auth.PersonCredential;
import io.ganglion.identity.Caller;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers a POST that repeats an earlier one as that one was answered, and keeps first answers. */
@Provider
@Priority(Priorities.USER)
class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final String HEADER = "Idempotency-Key";
  static final String REPLAYED = "Idempotent-Replayed";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e][\\x20-\\x7e]{0,254}");
  private static final String CLAIMED = "ganglion.idempotency";

  private static final List<String> HEADERS =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

  private final Caller caller;
  private final KeptAnswers answers;
  private final ResourceInfo resource;
  private final ObjectMapper wire;
  private final PersonCredential people;

  /** A key that this request has claimed. */
  private record Claim(TenantId tenant, String key, boolean secret, String credential) {}

  IdempotencyFilter(
      Caller caller,
      KeptAnswers answers,
      ResourceInfo resource,
      ObjectMapper wire,
      PersonCredential people) {
    this.caller = caller;
    this.answers = answers;
    this.resource = resource;
    this.wire = wire;
    this.people = people;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var key = request.getHeaderString(HEADER);
    if (key == null
        || !request.getMethod().equals("POST")
        || resource.getResourceMethod() == null
        || resource.getResourceMethod().isAnnotationPresent(OwnProtocol.class)
        || Simulated.is(resource)) {
      return;
    }
    boolean twice = request.getHeaders().getOrDefault(HEADER, List.of()).size() > 1;
    if (twice || !KEY.matcher(key).matches()) {
      throw new InvalidRequest(
          "/" + HEADER, "send it once, with 1 to 255 printable ASCII characters");
    }
    var tenant = caller.known() ? caller.tenant() : nobodys();
    var credential = credential(request);
    boolean secret = resource.getResourceMethod().isAnnotationPresent(ShownOnce.class);
    var route = "POST " + request.getUriInfo().getRequestUri().getRawPath();
    switch (answers.claim(tenant, key, route, hash(request, route), caller.request())) {
      case Kept.Go go -> {
        caller.repeat(go.request());
        request.setProperty(CLAIMED, new Claim(tenant, key, secret, credential));
      }
      case Kept.Running() -> throw IdempotencyProblem.running();
      case Kept.Mismatch() -> throw IdempotencyProblem.mismatch();
      case Kept.Done done -> {
        var body =
            secret
                ? AnswerSeal.open(done.body(), credential, key)
                    .orElseThrow(IdempotencyProblem::otherCaller)
                : done.body();
        request.abortWith(replay(done, body));
      }
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (!(request.getProperty(CLAIMED) instanceof Claim claim)) {
      return;
    }
    int status = response.getStatus();
    if (status >= 500) {
      answers.unlock(claim.tenant, claim.key);
    } else if (status >= 300) {
      answers.forget(claim.tenant, claim.key);
    } else {
      var body = bytes(response.getEntity());
      var kept = claim.secret ? AnswerSeal.seal(body, claim.credential, claim.key) : body;
      var headers = Json.object();
      for (var name : HEADERS) {
        var value = response.getHeaderString(name);
        if (value != null) {
          headers.put(name, value);
        }
      }
      answers.finish(claim.tenant, claim.key, status, headers, kept);
    }
  }

  /** A person's own requests are of no tenant either, and are kept apart from other people's. */
  private TenantId nobodys() {
    return caller.person().map(person -> new TenantId(person.id().uuid())).orElse(TenantId.NOBODY);
  }

  /** What a kept secret is sealed with. A person's token changes from request to request. */
  private String credential(ContainerRequestContext request) {
    return caller
        .person()
        .map(person -> people.of(person))
        .orElseGet(() -> String.valueOf(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
  }

  private byte[] bytes(@Nullable Object entity) throws IOException {
    return switch (entity) {
      case null -> new byte[0];
      case byte[] bytes -> bytes;
      default -> wire.writeValueAsBytes(entity);
    };
  }

  private static Response replay(Kept.Done done, byte[] body) {
    var answer = Response.status(done.status()).header(REPLAYED, "true");
    done.headers()
        .properties()
        .forEach(header -> answer.header(header.getKey(), header.getValue().textValue()));
    if (body.length > 0) {
      answer.entity(body);
      if (!done.headers().has(HttpHeaders.CONTENT_TYPE)) {
        answer.header(HttpHeaders.CONTENT_TYPE, "application/json");
      }
    }
    return answer.build();
  }

  /** In CloudEvents' binary mode they say what the body is. */
  private static String eventAttributes(ContainerRequestContext request) {
    return request.getHeaders().entrySet().stream()
        .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ":" + header.getValue() + "\n")
        .filter(line -> line.startsWith("ce-"))
        .sorted()
        .collect(Collectors.joining());
  }

  private static byte[] hash(ContainerRequestContext request, String route) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var query = String.valueOf(request.getUriInfo().getRequestUri().getRawQuery());
      var type = String.valueOf(request.getMediaType());
      digest.update((route + "\n" + query + "\n" + type + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(eventAttributes(request).getBytes(StandardCharsets.UTF_8));
      return digest.digest(BodyFilter.of(request));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
