package io.ganglion.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of Keycloak's administration that we need: a tenant is an organization there. The
 * operator configures the address, so that the guard against tenants' addresses is not asked.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html#_organizations">its
 *     documentation</a>
 */
public final class Keycloak implements AutoCloseable {
  private static final int PAGE = 100;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final String url;
  private final Duration timeout;
  private final HttpClient http;
  private final String token;

  /** Something it refused. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Refused(int status, String what) {
      super("Keycloak answered %d to %s".formatted(status, what));
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  Keycloak(URI url, String client, String secret, Duration timeout) {
    this.url = url.toString();
    this.timeout = timeout;
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(
                URLEncoder.encode(client, StandardCharsets.UTF_8),
                URLEncoder.encode(secret, StandardCharsets.UTF_8));
    var at = this.url.replace("/admin/realms/", "/realms/") + "/protocol/openid-connect/token";
    this.token =
        Json.read(
                send(
                    HttpRequest.newBuilder(URI.create(at))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
            .path("access_token")
            .asText();
  }

  /** The organization of a tenant. */
  public Optional<String> find(String tenant) {
    var found = Json.read(call("GET", "/organizations?max=1&q=tenant:" + tenant, ""));
    return Optional.ofNullable(found.path(0).path("id").textValue());
  }

  /**
   * Makes it, or gives it its name and its e-mail domains of today.
   *
   * @return its identifier there
   */
  public String put(String tenant, String name, List<String> domains) {
    var body = Json.object().put("name", "%s (%s)".formatted(name, tenant)).put("alias", tenant);
    body.put("enabled", true).putObject("attributes").putArray("tenant").add(tenant);
    var listed = body.putArray("domains");
    domains.forEach(domain -> listed.addObject().put("name", domain).put("verified", true));
    var there = find(tenant);
    if (there.isEmpty()) {
      try {
        call("POST", "/organizations", Json.write(body));
        return find(tenant).orElseThrow();
      } catch (Refused e) {
        there = find(tenant);
        if (e.status() != CONFLICT || there.isEmpty()) { // else somebody made it in between
          throw e;
        }
      }
    }
    call("PUT", "/organizations/" + there.get(), Json.write(body));
    return there.get();
  }

  /** Deletes an account; one that isn't there is deleted already. */
  public void deleteUser(String subject) {
    try {
      call("DELETE", "/users/" + URLEncoder.encode(subject, StandardCharsets.UTF_8), "");
    } catch (Refused e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
    }
  }

  public void delete(String organization) {
    call("DELETE", "/organizations/" + organization, "");
  }

  /**
   * A member of an organization.
   *
   * @param managed made by the organization's own provider; to take such a one out would delete the
   *     user
   */
  public record Member(String id, boolean managed) {}

  public Set<Member> members(String organization) {
    var all = new HashSet<Member>();
    JsonNode page;
    do {
      page =
          Json.read(
              call(
                  "GET",
                  "/organizations/%s/members?first=%d&max=%d"
                      .formatted(organization, all.size(), PAGE),
                  ""));
      page.forEach(
          member ->
              all.add(
                  new Member(
                      member.path("id").asText(),
                      member.path("membershipType").asText().equals("MANAGED"))));
    } while (page.size() == PAGE);
    return all;
  }

  public void add(String organization, String subject) {
    try {
      call("POST", "/organizations/%s/members".formatted(organization), "\"" + subject + "\"");
    } catch (Refused e) {
      if (e.status() != CONFLICT && e.status() != NOT_FOUND) { // in already; gone meanwhile
        throw e;
      }
    }
  }

  public void remove(String organization, String subject) {
    try {
      call("DELETE", "/organizations/%s/members/%s".formatted(organization, subject), "");
    } catch (Refused e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
    }
  }

  /** An identity provider that people can sign in by, as its administration shows it. */
  public Optional<ObjectNode> provider(String alias) {
    try {
      return Optional.of(
          (ObjectNode) Json.read(call("GET", "/identity-provider/instances/" + alias, "")));
    } catch (Refused e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Makes it new: nothing of an older one of its alias stays, mappers included. */
  public void replaceProvider(ObjectNode provider, List<ObjectNode> mappers) {
    var alias = provider.path("alias").asText();
    deleteProvider(alias);
    call("POST", "/identity-provider/instances", Json.write(provider));
    mappers.forEach(
        mapper ->
            call(
                "POST",
                "/identity-provider/instances/%s/mappers".formatted(alias),
                Json.write(mapper)));
  }

  public void changeProvider(ObjectNode provider) {
    var alias = provider.path("alias").asText();
    call("PUT", "/identity-provider/instances/" + alias, Json.write(provider));
  }

  /** Nothing happens where there is none. */
  public void deleteProvider(String alias) {
    try {
      call("DELETE", "/identity-provider/instances/" + alias, "");
    } catch (Refused e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
    }
  }

  /** Lets people of the organization's domains sign in by it. */
  public void link(String organization, String alias) {
    try {
      call(
          "POST",
          "/organizations/%s/identity-providers".formatted(organization),
          "\"" + alias + "\"");
    } catch (Refused e) {
      if (e.status() != CONFLICT) { // is so already
        throw e;
      }
    }
  }

  private String call(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private String send(HttpRequest.Builder request) {
    var built = request.timeout(timeout).build();
    try {
      var answer = http.send(built, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Refused(answer.statusCode(), built.method() + " " + built.uri().getPath());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
