package io.ganglion.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps our realm true to this stack: an imported realm keeps the addresses it was imported with,
 * and ports change.
 */
final class KeycloakAdmin {
  static final String USER = "admin";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String CALLBACK = "/auth/callback";
  private static final String CLIENT = "/clients?clientId=ganglion-web";

  private final String url;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String token;

  KeycloakAdmin(LocalKeycloak server, String password) {
    this.url = server.url();
    var form = "grant_type=password&client_id=admin-cli&username=%s&password=%s";
    this.token =
        send(HttpRequest.newBuilder(
                    URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.formatted(USER, password))))
            .path("access_token")
            .asText();
  }

  /** Sets where the dashboard and the mail server are now. */
  void settle(SignInPlan plan) {
    var client = (ObjectNode) call("GET", CLIENT, null).path(0);
    client.put("rootUrl", plan.publicUrl()).put("baseUrl", plan.publicUrl());
    client.putArray("redirectUris").add(plan.publicUrl() + CALLBACK);
    client.withObject("/attributes").put("post.logout.redirect.uris", plan.publicUrl() + "/");
    call("PUT", "/clients/" + client.path("id").asText(), client);
    var realm = (ObjectNode) call("GET", "", null);
    realm.withObject("/smtpServer").put("port", String.valueOf(plan.smtpPort()));
    call("PUT", "", realm);
  }

  /** Makes a user whose address counts as verified, unless there is one. */
  void user(String email, String password) {
    if (!call("GET", "/users?exact=true&username=" + email, null).isEmpty()) {
      return;
    }
    var user =
        PrivateFile.JSON
            .createObjectNode()
            .put("username", email)
            .put("email", email)
            .put("emailVerified", true)
            .put("firstName", "Demo")
            .put("lastName", "User")
            .put("enabled", true);
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", password)
        .put("temporary", false);
    call("POST", "/users", user);
  }

  private JsonNode call(String method, String path, @Nullable JsonNode body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/admin/realms/ganglion" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(HttpRequest.Builder request) {
    var built = request.timeout(TIMEOUT).build();
    try {
      var answer = http.send(built, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new StackFailure(
            "Keycloak answered %d to %s %s: %s"
                .formatted(
                    answer.statusCode(), built.method(), built.uri().getPath(), answer.body()));
      }
      return PrivateFile.JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    } catch (IOException e) {
      throw new StackFailure("Keycloak does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
