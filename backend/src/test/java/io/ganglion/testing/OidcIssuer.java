package io.ganglion.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ganglion.kernel.Json;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small OpenID Connect provider on loopback: discovery, keys, the code flow with PKCE, and tokens
 * for whomever a test names. It shows that any provider serves; what is Keycloak's own is tested
 * with Keycloak.
 */
public final class OidcIssuer {
  private static final String KID = "one";
  public static final String CLIENT = "ganglion-web";
  public static final String SECRET = "secret-of-the-dashboards-client";

  private static final String PROPERTY = "ganglion.test.oidc.";

  private final PrivateKey key;
  private final Map<String, Login> codes = new ConcurrentHashMap<>();

  /** Somebody who has an account there. */
  public record User(String subject, String email, boolean verified, String name) {
    public static User of(String email) {
      return new User("sub-" + email, email, true, email.replaceAll("@.*", ""));
    }

    public User unverified() {
      return new User(subject, email, false, name);
    }
  }

  private record Login(User user, String nonce, String challenge) {}

  private OidcIssuer(PrivateKey key) {
    this.key = key;
  }

  /**
   * The one of this JVM, started at first use. Quarkus loads test classes more than once, so what
   * all of them share is text in the system's properties; anything but text there would break
   * libraries that read them all.
   */
  public static OidcIssuer shared() {
    synchronized (System.class) { // one lock for all class loaders
      try {
        if (System.getProperty(PROPERTY + "key") != null) {
          var encoded = Base64.getDecoder().decode(System.getProperty(PROPERTY + "key"));
          return new OidcIssuer(
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        }
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var issuer = new OidcIssuer(generator.generateKeyPair().getPrivate());
        var server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", issuer::serve);
        server.start();
        issuer.next(User.of("nobody@example.com"));
        System.setProperty(PROPERTY + "url", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty(
            PROPERTY + "key", Base64.getEncoder().encodeToString(issuer.key.getEncoded()));
        return issuer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  public String url() {
    return System.getProperty(PROPERTY + "url");
  }

  /** Who signs in when the browser comes next. */
  public void next(User user) {
    System.setProperty(
        PROPERTY + "next",
        String.join("\n", user.subject, user.email, String.valueOf(user.verified), user.name));
  }

  private static User next() {
    var parts = System.getProperty(PROPERTY + "next").split("\n");
    return new User(parts[0], parts[1], Boolean.parseBoolean(parts[2]), parts[3]);
  }

  /** Answers nothing but 503 until it is up again. */
  public void down(boolean now) {
    System.setProperty(PROPERTY + "down", String.valueOf(now));
  }

  /** An access token for the API. */
  public String token(User user) {
    return sign(claims(user).audience("ganglion-api").expiresIn(Duration.ofMinutes(5)));
  }

  /** A token to spoil: not signed yet. */
  public JwtClaimsBuilder claims(User user) {
    return Jwt.claims()
        .issuer(url())
        .subject(user.subject)
        .issuedAt(Instant.now())
        .claim("email", user.email)
        .claim("email_verified", user.verified)
        .claim("name", user.name)
        .claim("sid", "session-of-" + user.subject);
  }

  public String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId(KID).sign(key);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (Boolean.getBoolean(PROPERTY + "down")) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      switch (exchange.getRequestURI().getPath()) {
        case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
        case "/jwks" -> json(exchange, 200, jwks());
        case "/authorize" -> authorize(exchange);
        case "/token" -> token(exchange);
        case "/logout" ->
            redirect(exchange, form(query(exchange)).getOrDefault("post_logout_redirect_uri", "/"));
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private ObjectNode discovery() {
    return Json.object()
        .put("issuer", url())
        .put("authorization_endpoint", url() + "/authorize")
        .put("token_endpoint", url() + "/token")
        .put("jwks_uri", url() + "/jwks")
        .put("end_session_endpoint", url() + "/logout");
  }

  private ObjectNode jwks() {
    var key = (RSAPrivateCrtKey) this.key;
    var jwks = Json.object();
    jwks.putArray("keys")
        .addObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("alg", "RS256")
        .put("kid", KID)
        .put("n", number(key.getModulus()))
        .put("e", number(key.getPublicExponent()));
    return jwks;
  }

  private static String number(BigInteger value) {
    var bytes = value.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = form(query(exchange));
    if (!CLIENT.equals(asked.get("client_id"))
        || !"S256".equals(asked.get("code_challenge_method"))) {
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    var code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Login(
            next(), asked.getOrDefault("nonce", ""), asked.getOrDefault("code_challenge", "")));
    redirect(
        exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
  }

  private void token(HttpExchange exchange) throws IOException {
    var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var login = codes.remove(asked.getOrDefault("code", ""));
    if (login == null
        || !login.challenge.equals(challenge(asked.getOrDefault("code_verifier", "")))) {
      json(exchange, 400, Json.object().put("error", "invalid_grant"));
      return;
    }
    var idToken =
        sign(
            claims(login.user)
                .audience(CLIENT)
                .claim("nonce", login.nonce)
                .expiresIn(Duration.ofMinutes(5)));
    json(
        exchange,
        200,
        Json.object()
            .put("token_type", "Bearer")
            .put("expires_in", 300)
            .put("access_token", token(login.user))
            .put("refresh_token", UUID.randomUUID().toString())
            .put("id_token", idToken));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String query(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestURI().getRawQuery());
  }

  private static Map<String, String> form(String text) {
    var form = new java.util.HashMap<String, String>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      form.put(
          parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", URI.create(to).toString());
    exchange.sendResponseHeaders(302, -1);
  }

  private static void json(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
