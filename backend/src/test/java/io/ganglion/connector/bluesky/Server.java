package io.ganglion.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An account's server, with sessions whose access tokens live as long as a test wants. */
final class Server implements PlatformServer.Behaviour {
  static final String DID = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
  static final String OTHER = "did:plc:bbbbbbbbbbbbbbbbbbbbbbbb";
  static final String HANDLE = "ada.example.com";
  static final String PASSWORD = "abcd-efgh-ijkl-mnop";
  static final String STRANGERS = "at://%s/app.bsky.feed.post/3kaaaaaaaaaaa".formatted(OTHER);

  private final Map<String, JsonNode> records = new LinkedHashMap<>();
  private final Instant accessEnds;
  private int sessions;
  private int logins;
  private String access = "";
  private String refresh = "";

  Server(Instant accessEnds) {
    this.accessEnds = accessEnds;
    records.put(STRANGERS, Json.object().put("text", "a question"));
  }

  static JsonNode credentials() {
    return Json.object().put("identifier", HANDLE).put("app_password", PASSWORD);
  }

  /** Records of a collection in the account's own repository. */
  Map<String, JsonNode> own(String collection) {
    var own = new LinkedHashMap<String, JsonNode>();
    records.forEach(
        (uri, value) -> {
          if (uri.startsWith("at://%s/%s/".formatted(DID, collection))) {
            own.put(uri, value);
          }
        });
    return own;
  }

  void put(String uri, JsonNode value) {
    records.put(uri, value);
  }

  int logins() {
    return logins;
  }

  String access() {
    return access;
  }

  /** Access tokens given so far are taken no more. */
  void revoke() {
    access = "";
  }

  @Override
  public Reply on(Request request) {
    var method = request.path().replace("/xrpc/", "");
    if (method.equals("com.atproto.server.createSession")) {
      var body = Json.read(request.body());
      logins++;
      return body.path("password").asText().equals(PASSWORD)
          ? session()
          : error(401, "AuthenticationRequired", "Invalid identifier or password");
    }
    var bearer = request.headers().getOrDefault("authorization", "");
    if (method.equals("com.atproto.server.refreshSession")) {
      return bearer.equals("Bearer " + refresh)
          ? session()
          : error(400, "ExpiredToken", "Token has been revoked");
    }
    if (!bearer.equals("Bearer " + access)) {
      return error(400, "ExpiredToken", "Token has expired: " + bearer);
    }
    return switch (method) {
      case "com.atproto.server.getSession" ->
          Reply.json(200, Json.object().put("did", DID).put("handle", HANDLE));
      case "com.atproto.identity.resolveHandle" ->
          request.parameter("handle").equals("bob.example.com")
              ? Reply.json(200, Json.object().put("did", OTHER))
              : error(400, "InvalidRequest", "Unable to resolve handle");
      case "com.atproto.repo.putRecord" -> put(Json.read(request.body()));
      case "com.atproto.repo.getRecord" -> get(request);
      case "com.atproto.repo.deleteRecord" -> {
        var body = Json.read(request.body());
        records.remove(uri(body.path("repo").asText(), body));
        yield Reply.json(200, Json.object());
      }
      case "com.atproto.repo.uploadBlob" -> blob(request);
      default -> error(501, "MethodNotImplemented", "Method Not Implemented");
    };
  }

  private Reply put(JsonNode body) {
    if (!body.path("repo").asText().equals(DID)
        || !body.path("rkey").asText().matches("[2-7a-j][2-7a-z]{12}")) {
      return error(400, "InvalidRequest", "Could not find repo");
    }
    var uri = uri(DID, body);
    records.put(uri, body.path("record"));
    return Reply.json(200, Json.object().put("uri", uri).put("cid", cid(body.path("record"))));
  }

  private Reply get(Request request) {
    var uri =
        "at://%s/%s/%s"
            .formatted(
                request.parameter("repo"),
                request.parameter("collection"),
                request.parameter("rkey"));
    var record = records.get(uri);
    if (record == null) {
      return error(400, "RecordNotFound", "Could not locate record: " + uri);
    }
    var answer = Json.object().put("uri", uri).put("cid", cid(record));
    return Reply.json(200, answer.set("value", record));
  }

  private static Reply blob(Request request) {
    var blob = Json.object().put("$type", "blob");
    blob.putObject("ref").put("$link", "bafkrei" + "a".repeat(52));
    blob.put("mimeType", Objects.requireNonNull(request.headers().get("content-type")));
    return Reply.json(200, Json.object().set("blob", blob.put("size", 67)));
  }

  private Reply session() {
    sessions++;
    access = jwt("access-" + sessions, accessEnds);
    refresh = jwt("refresh-" + sessions, Instant.parse("2027-01-01T00:00:00Z"));
    return Reply.json(
        200,
        Json.object()
            .put("did", DID)
            .put("handle", HANDLE)
            .put("active", true)
            .put("accessJwt", access)
            .put("refreshJwt", refresh));
  }

  private static String jwt(String id, Instant ends) {
    var claims = Json.object().put("jti", id).put("exp", ends.getEpochSecond()).toString();
    var part =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return "eyJhbGciOiJIUzI1NiJ9." + part + ".c2lnbmF0dXJl";
  }

  private static String uri(String repo, JsonNode body) {
    return "at://%s/%s/%s"
        .formatted(repo, body.path("collection").asText(), body.path("rkey").asText());
  }

  static String cid(JsonNode record) {
    return "bafyrei" + Json.hash(record).substring(0, 52);
  }

  private static Reply error(int status, String error, String message) {
    return Reply.json(status, Json.object().put("error", error).put("message", message));
  }
}
