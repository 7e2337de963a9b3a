package io.ganglion.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Calls a simulated platform as a client of the real one would.
 *
 * @param base the platform's base address
 */
public record Visitor(String base, Accounts.Account account) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What came back. */
  public record Seen(int status, JsonNode body, HttpResponse<String> response) {
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public String credential(String member) {
    return account.connection().at("/credentials/" + member).asText();
  }

  public Seen get(String path) {
    return read(send(request("GET", path, "")));
  }

  public Seen delete(String path) {
    return read(send(request("DELETE", path, "")));
  }

  public Seen put(String path) {
    return read(send(request("PUT", path, "")));
  }

  public Seen patch(String path, JsonNode body) {
    return read(send(request("PATCH", path, Json.write(body))));
  }

  public Seen post(String path, JsonNode body) {
    return read(send(request("POST", path, Json.write(body))));
  }

  /** A call with another token than the account's own. */
  public Seen bearing(String token, String method, String path, JsonNode body) {
    var content =
        body.isMissingNode()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(Json.write(body));
    return read(
        send(
            HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, content)
                .build()));
  }

  public Seen post(String path) {
    return read(send(request("POST", path, "")));
  }

  /** A form, as it is sent. */
  public Seen form(String path, String fields) {
    return read(send(request("POST", path, fields)));
  }

  /** A form with a header that is made of it. */
  public Seen form(String path, String fields, String header, String value) {
    var plain = request("POST", path, fields);
    return read(
        send(HttpRequest.newBuilder(plain, (name, any) -> true).header(header, value).build()));
  }

  /** The raw answer, for answers that are not JSON. */
  public HttpResponse<String> raw(String method, String path, JsonNode body) {
    return send(request(method, path, Json.write(body)));
  }

  /** With another credential in the place of this account's. */
  public Visitor with(String member, String value) {
    var connection = account.connection().deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode) connection.get("credentials"))
        .put(member, value);
    return new Visitor(
        base, new Accounts.Account(account.platform(), account.account(), connection));
  }

  private HttpRequest request(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    switch (account.platform()) {
      case X, INSTAGRAM -> request.header("Authorization", "Bearer " + credential("access_token"));
      case MODEL, IMAGE -> request.header("Authorization", "Bearer " + credential("api_key"));
      case BINANCE -> request.header("X-MBX-APIKEY", credential("api_key"));
      case TELEGRAM -> {} // the token is in the path
      case BLUESKY -> {} // each call has a session's token, or the password in its body
      case EVM, SOLANA -> request.header("Authorization", "Bearer " + credential("rpc_token"));
      case SLACK -> request.header("Authorization", "Bearer " + credential("bot_token"));
      case REPLICATE -> request.header("Authorization", "Bearer " + credential("api_token"));
      case IMGFLIP -> request.setHeader("Content-Type", "application/x-www-form-urlencoded");
      case KRAKEN ->
          request
              .setHeader("Content-Type", "application/x-www-form-urlencoded")
              .header("API-Key", credential("api_key"));
      case ALPACA ->
          request
              .header("APCA-API-KEY-ID", credential("key_id"))
              .header("APCA-API-SECRET-KEY", credential("secret_key"));
      case ANTHROPIC ->
          request
              .header("x-api-key", credential("api_key"))
              .header("anthropic-version", "2023-06-01");
      case DISCORD -> request.header("Authorization", "Bot " + credential("bot_token"));
    }
    return request.build();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Seen read(HttpResponse<String> response) {
    var body = response.body().isEmpty() ? Json.object() : Json.read(response.body());
    return new Seen(response.statusCode(), body, response);
  }
}
