package io.ganglion.isolation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.isolation.Parrot.Mood;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.OidcIssuer;
import io.ganglion.testing.OidcIssuer.User;
import io.ganglion.testing.Patience;
import io.ganglion.testing.SignedInPeople;
import io.ganglion.testing.Stack;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Secrets come in by every way there is and go out to platforms that repeat them; nothing keeps
 * one, and nothing tells one, plain or encoded.
 */
@QuarkusTest
@Tag("isolation")
class CanaryTest {
  /** An action of each connector that keeps credentials. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          "x", "{call: x.createPost, with: {connection: NAME, text: hello}}",
          "instagram",
              "{call: instagram.publishPhoto, with: {connection: NAME, image_url:"
                  + " 'https://a.example/b.png'}}",
          "binance",
              "{call: binance.createOrder, with: {connection: NAME, symbol: BTCUSDT, side: BUY,"
                  + " type: MARKET, quoteOrderQty: '10'}}",
          "evm",
              "{call: evm.sendTransaction, with: {connection: NAME, to:"
                  + " '0x00000000000000000000000000000000000000aa', value_wei: '1'}}",
          "solana",
              "{call: solana.transfer, with: {connection: NAME, to:"
                  + " '11111111111111111111111111111112', lamports: '1'}}",
          "bluesky", "{call: bluesky.createPost, with: {connection: NAME, text: hello}}",
          "telegram",
              "{call: telegram.sendMessage, with: {connection: NAME, chat_id: 1, text: hello}}",
          "model",
              "{call: model.chat, with: {connection: NAME, model: m, messages: [{role: user,"
                  + " content: hi}]}}",
          "image", "{call: image.generate, with: {connection: NAME, prompt: a bird}}");

  private static final Map<String, List<String>> CREDENTIALS =
      Map.of(
          "x", List.of("access_token"),
          "instagram", List.of("access_token"),
          "binance", List.of("api_key", "secret_key"),
          "evm", List.of("private_key", "rpc_token"),
          "solana", List.of("key_pair", "rpc_token"),
          "bluesky", List.of("app_password"),
          "telegram", List.of("bot_token"),
          "model", List.of("api_key"),
          "image", List.of("api_key"));

  /** Calls with secrets of a workflow. */
  private static final List<String> CALLS =
      List.of(
          "{call: http, with: {method: get, endpoint: {uri: 'PEER/', authentication: {basic: {use:"
              + " vault}}}}}",
          "{call: http, with: {method: get, endpoint: {uri: 'PEER/', authentication: {digest: {use:"
              + " vault}}}}}",
          "{call: http, with: {method: post, endpoint: '${ \"PEER/\" + ($secrets.vault.plain |"
              + " @uri) }', headers: {X-Mine: '${ $secrets.vault.plain }'}, query: {q: '${"
              + " $secrets.vault.password }'}, body: {p: '${ $secrets.vault.password }'}, output:"
              + " response}}",
          "{call: http, with: {method: get, endpoint: {uri: 'PEER/', authentication: {bearer:"
              + " {token: '${ $secrets.vault.plain }'}}}, output: raw}}",
          "{call: http, with: {method: get, endpoint: {uri: 'PEER/', authentication: {oauth2:"
              + " {authority: PEER, grant: client_credentials, client: {id: c, secret: '${"
              + " $secrets.vault.client }'}}}}}}",
          "{call: http, with: {method: get, endpoint: {uri: 'PEER/', authentication: {oauth2:"
              + " {authority: PEER, grant: password, username: ada, password: '${"
              + " $secrets.vault.password }', client: {id: c, secret: '${ $secrets.vault.client }',"
              + " authentication: client_secret_post}}}}}}",
          "{call: mcp, with: {method: tools/list, transport: {http: {endpoint: {uri: 'PEER/',"
              + " authentication: {bearer: {token: '${ $secrets.vault.plain }'}}}}}}}",
          "{call: a2a, with: {method: message/send, server: {uri: 'PEER/', authentication: {basic:"
              + " {use: vault}}}, parameters: {message: {kind: message, messageId: m, role: user,"
              + " parts: [{kind: text, text: hi}]}}}}");

  private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

  private final List<Canary> canaries = new ArrayList<>();
  private final Parrot parrot = new Parrot();
  @Inject RedisDataSource redis;

  @AfterEach
  void close() {
    parrot.close();
  }

  @Test
  void no_secret_is_found_anywhere() throws Exception {
    var owner = Callers.owner();
    canaries.add(new Canary("an API key", tail(owner.key())));
    var narrow = Callers.keyWith(owner, "runs:read");
    canaries.add(new Canary("a second API key", tail(narrow)));
    var person = SignedInPeople.newcomer();
    var token = OidcIssuer.shared().token(person);
    canaries.add(new Canary("an access token", tail(token)));
    canaries.add(new Canary("the operator's token", Stack.OPERATOR_TOKEN));
    canaries.add(new Canary("the dashboard's client secret", OidcIssuer.SECRET));
    canaries.add(
        new Canary("the session secret", "session-secret-of-the-tests-and-of-nobody-else"));

    var hooks = hooks(owner);

    try (var everywhere = new Everywhere()) {
      wrongly(owner);
      tell(owner, hooks);
      channel(person);
      given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
      Callers.as(narrow).get("/api/v1/agents").then().statusCode(403);
      for (var mood : Mood.values()) {
        for (var connector : ACTIONS.keySet()) {
          act(owner, connector, mood);
        }
      }
      workflows(owner);
      export(owner);

      assertThat(everywhere.answers()).isGreaterThan(200);
      var heard = parrot.heard();
      for (var canary : canaries) {
        if (canary.from().contains(" header of ")) {
          assertThat(heard).as(canary.toString()).contains(canary.text().substring(0, 16));
        }
      }
      assertThat(found(everywhere.texts(redis))).isEmpty();
    }
  }

  /** An endpoint and a source, and where the source is told. */
  private record Hooks(String endpoint, URI address) {}

  private Hooks hooks(Callers.Owner owner) {
    var endpoint =
        owner
            .request()
            .body("{\"url\":\"%s\",\"types\":[\"webhook.test\"]}".formatted(parrot.url()))
            .post("/api/v1/endpoints")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    canaries.add(
        new Canary(
            "an endpoint's secret", endpoint.getString("secret").substring("whsec_".length())));
    var sealed = Canary.key("a source's secret");
    canaries.add(sealed);
    var body = Json.object().put("name", "shop").put("type", "told").put("verification", "hmac");
    body.put("secret", sealed.text()).putObject("hmac").put("header", "X-Signature");
    var source =
        owner
            .request()
            .body(Json.write(body))
            .post("/api/v1/sources")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("url");
    canaries.add(new Canary("a source's token", source.substring(source.length() - 43)));
    return new Hooks(endpoint.getString("endpoint.id"), URI.create(source));
  }

  /** Where somebody is told of what happens, and what that is signed with. */
  private void channel(User person) {
    var address = Canary.key("a person's address");
    var secret = Canary.key("a person's secret");
    canaries.addAll(List.of(address, secret));
    var tenant = SignedInPeople.tenantOf(person);
    SignedInPeople.in(tenant, person)
        .body(
            "{\"webhook\":{\"url\":\"%s/%s\",\"secret\":\"whsec_%s\"}}"
                .formatted(parrot.url(), address.text(), secret.text()))
        .patch("/api/v1/me/notifications")
        .then()
        .statusCode(200);
    SignedInPeople.in(tenant, person)
        .body("{\"channel\":\"webhook\"}")
        .post("/api/v1/me/notifications/test")
        .then()
        .statusCode(200);
  }

  /** Not by the client whose addresses are listened to: this one is the secret. */
  private static void tell(Callers.Owner owner, Hooks hooks) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(hooks.address())
              .header("X-Signature", "00")
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
    owner
        .request()
        .body("{}")
        .post("/api/v1/endpoints/{id}/test", hooks.endpoint())
        .then()
        .statusCode(202);
    Patience.await("it was sent")
        .until(
            () ->
                owner
                        .request()
                        .get("/api/v1/endpoints/{id}/deliveries", hooks.endpoint())
                        .then()
                        .extract()
                        .<Integer>path("data[0].tries")
                    > 0);
  }

  @Test
  void the_search_would_find_them() throws Exception {
    var owner = Callers.owner();
    var canary = Canary.of("nothing secret");
    canaries.add(canary);
    try (var everywhere = new Everywhere()) {
      owner
          .request()
          .body("{\"name\":\"" + canary.json().substring(0, 24) + "\"}")
          .patch("/api/v1/tenant")
          .then()
          .statusCode(200);
      org.jboss.logging.Logger.getLogger("io.ganglion.test").debugf("has %s", canary.text());
      var encoded =
          java.util.Base64.getEncoder()
              .encode(("a:" + canary.text()).getBytes(StandardCharsets.UTF_8));
      redis.value(String.class).set("canary-test", new String(encoded, StandardCharsets.UTF_8));
      var places = found(everywhere.texts(redis)).keySet();
      redis.key().del("canary-test");

      assertThat(places)
          .containsExactlyInAnyOrder("log", "answers", "table tenant", "table audit", "redis");
    }
  }

  /** Where canaries are, by place. */
  private Map<String, List<String>> found(Map<String, String> texts) {
    var found = new LinkedHashMap<String, List<String>>();
    texts.forEach(
        (place, text) -> {
          var here =
              canaries.stream()
                  .filter(canary -> canary.signs().stream().anyMatch(text::contains))
                  .map(canary -> canary + ": " + around(text, canary))
                  .toList();
          if (!here.isEmpty()) {
            found.put(place, here);
          }
        });
    assertThat(texts).hasSizeGreaterThan(40);
    return found;
  }

  private static String around(String text, Canary canary) {
    int at =
        canary.signs().stream().mapToInt(text::indexOf).filter(i -> i >= 0).min().orElseThrow();
    return text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 40));
  }

  private Canary plant(String from) {
    var canary = Canary.of(from);
    canaries.add(canary);
    return canary;
  }

  /** Secrets in places where they are refused. */
  private void wrongly(Callers.Owner owner) {
    var all = "/api/v1/connections";
    for (var body :
        List.of(
            "{\"name\":\"w\",\"connector\":\"x\",\"credentials\":{\"access_token\":\"CANARY\"",
            "{\"name\":\"w\",\"connector\":\"x\",\"credentials\":\"CANARY\"}",
            "{\"name\":\"w\",\"connector\":\"x\",\"credentials\":{\"access_token\":{\"t\":\"CANARY\"}}}",
            "{\"name\":\"w\",\"connector\":\"x\",\"credentials\":{\"access_token\":[\"CANARY\"]}}",
            "{\"name\":\"w\",\"connector\":\"x\",\"credentials\":{\"other\":\"CANARY\"}}",
            "{\"name\":\"w\",\"connector\":\"evm\",\"environment\":\"sepolia\",\"credentials\":{\"private_key\":\"CANARY\"}}",
            "{\"name\":\"w\",\"connector\":\"nothing\",\"credentials\":{\"access_token\":\"CANARY\"}}",
            "{\"name\":\"w\",\"connector\":\"x\",\"credential\":{\"access_token\":\"CANARY\"}}",
            "{\"name\":\"w\",\"connector\":\"x\",\"base_url\":\"https://u:CANARY@a.example\",\"credentials\":{\"access_token\":\"tttttttt\"}}",
            "{\"name\":\"w\",\"connector\":\"x\",\"environment\":\"lab\",\"credentials\":{\"access_token\":\"CANARY\"}}")) {
      var canary = plant("a body that is refused: " + body.substring(0, 24));
      int status =
          owner
              .request()
              .body(body.replace("CANARY", canary.json()))
              .post(all)
              .then()
              .extract()
              .statusCode();
      assertThat(status).as(body).isBetween(400, 499);
    }
    for (var key : List.of("gk_live_", "gk_live_x_", "Basic ", "")) {
      var canary = plant("a key that is none: " + key).text().substring(0, 24);
      given().header("Authorization", "Bearer " + key + canary).get(all).then().statusCode(401);
      given().header("Authorization", key + canary).get(all).then().statusCode(401);
    }
    var query = plant("a parameter").text().substring(0, 24);
    owner.request().get(all + "?token=" + query).then().statusCode(400);
    given()
        .header("Cookie", "q_session_sessions=" + plant("a cookie").text().substring(0, 24))
        .get(all);
  }

  /** Seed and public key in base 58. */
  private static String keyPair() {
    try {
      var pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var seed =
          ((java.security.interfaces.EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      var whole = java.util.Arrays.copyOf(seed, 64);
      System.arraycopy(pair.getPublic().getEncoded(), 12, whole, 32, 32);
      return io.ganglion.kernel.Base58.write(whole);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection of the platform, and a run of an action through it. */
  private void act(Callers.Owner owner, String connector, Mood mood) {
    var name = connector + "-" + mood.name().toLowerCase(java.util.Locale.ROOT);
    var credentials = Json.object();
    if (connector.equals("bluesky")) {
      credentials.put("identifier", "parrot.example.com"); // no secret
    }
    for (var member : CREDENTIALS.get(connector)) {
      if (member.equals("bot_token")) {
        var canary = Canary.key("a header of " + name); // in fact, the path
        canaries.add(canary);
        credentials.put(member, "700001:" + canary.text());
        continue;
      }
      if (member.equals("key_pair")) {
        var canary = new Canary("private_key of " + name, keyPair());
        canaries.add(canary);
        credentials.put("private_key", canary.text());
        continue;
      }
      boolean sent = !member.equals("secret_key") && !member.equals("private_key");
      var canary =
          member.equals("private_key")
              ? Canary.key(member + " of " + name)
              : Canary.of((sent ? "a header of " : member + " of ") + name);
      canaries.add(canary);
      credentials.put(
          member, sent ? canary.text().replace("\\", "").replace("\"", "") : canary.text());
    }
    var environment =
        switch (connector) {
          case "evm" -> "sepolia";
          case "solana" -> "devnet";
          default -> "production";
        };
    var body =
        Json.object()
            .put("name", name)
            .put("connector", connector)
            .put("environment", environment)
            .put("base_url", parrot.url());
    body.set("credentials", credentials);
    parrot.feels(mood); // towards whoami first
    owner.request().body(body.toString()).post("/api/v1/connections");
    parrot.feels(Mood.PLEASED);
    post(owner, "/connections", body.toString()); // there already, if that went well
    parrot.feels(mood);
    run(owner, "", ACTIONS.get(connector).replace("NAME", name), null);
    owner
        .request()
        .body("{\"credentials\":" + credentials + "}")
        .post("/api/v1/connections/x/rotate");
  }

  private void workflows(Callers.Owner owner) {
    var body = Json.object().put("name", "vault").put("connector", "http");
    var values = body.putObject("credentials").put("username", "ada");
    for (var member : List.of("password", "client", "plain")) {
      var canary = plant("secret " + member);
      values.put(member, member.equals("plain") ? canary.text().substring(0, 24) : canary.text());
    }
    post(owner, "/connections", body.toString()).statusCode(201);
    String agent =
        post(owner, "/agents", "{\"name\":\"keeper\",\"connections\":[\"vault\"]}")
            .statusCode(201)
            .extract()
            .path("id");
    for (var mood : Mood.values()) {
      parrot.feels(mood);
      for (var call : CALLS) {
        run(owner, "use: {secrets: [vault]}\n", call.replace("PEER", parrot.url()), agent);
      }
    }
  }

  /** Runs it until it ends or waits; what it says is looked at by itself. */
  private void run(
      Callers.Owner owner,
      String head,
      String call,
      @org.jspecify.annotations.Nullable String agent) {
    int before = parrot.asked();
    var document =
        "document: {dsl: '1.0.3', namespace: canary, name: c%d, version: '1.0.0'}\n%sdo:\n  - one: %s\n"
            .formatted(System.nanoTime(), head, call);
    String workflow =
        owner
            .request()
            .contentType("application/yaml")
            .body(document.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/workflows")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var start = Json.object().put("workflow", workflow);
    if (agent != null) {
      start.put("agent", agent);
    }
    String run = post(owner, "/runs", start.toString()).statusCode(202).extract().path("id");
    Patience.await(call)
        .pollInterval(java.time.Duration.ofMillis(20))
        .until(
            () -> owner.request().get("/api/v1/runs/" + run).<String>path("state"),
            state -> !UNDER_WAY.contains(state) || parrot.asked() > before + 20);
    for (var part : List.of("", "/steps", "/effects", "/events", "/receipt")) {
      owner.request().get("/api/v1/runs/" + run + part);
    }
  }

  private void export(Callers.Owner owner) {
    owner.request().get("/api/v1/audit/export").then().statusCode(200);
    for (var list :
        List.of("connections", "agents", "api-keys", "effects", "systems", "workflows")) {
      owner.request().get("/api/v1/" + list + "?limit=100");
    }
    given().get("/api/openapi.json").then().statusCode(200);
  }

  private static ValidatableResponse post(Callers.Owner owner, String path, String body) {
    return owner.request().body(body).post("/api/v1" + path).then();
  }

  private static String tail(String secret) {
    return secret.substring(secret.length() - 30);
  }
}
