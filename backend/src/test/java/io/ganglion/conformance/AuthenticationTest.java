package io.ganglion.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.connector.PlatformServer;
import io.ganglion.connector.PlatformServer.Reply;
import io.ganglion.connector.PlatformServer.Request;
import io.ganglion.kernel.Json;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("it")
class AuthenticationTest {
  private final AtomicInteger given = new AtomicInteger();

  /** Both the authority and the endpoint. */
  private final PlatformServer peer = new PlatformServer(this::answer);

  private volatile String lastGood = "none";
  private Kit kit;

  private Reply answer(Request request) {
    return switch (request.path()) {
      case "/oauth2/token", "/own/token" -> {
        if (request.body().contains("wrong")) {
          yield Reply.json(400, "{\"error\":\"invalid_client\",\"error_description\":\"wrong\"}");
        }
        lastGood = "issued-token-" + given.incrementAndGet();
        yield Reply.json(
            200,
            Json.object()
                .put("access_token", lastGood)
                .put("token_type", "bearer")
                .put("expires_in", 3600));
      }
      case "/.well-known/openid-configuration" ->
          Reply.json(200, Json.object().put("token_endpoint", peerUrl() + "/own/token"));
      case "/digest" ->
          request.headers().containsKey("authorization")
              ? Reply.json(200, "{}")
              : new Reply(
                  401,
                  Map.of("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\""),
                  "");
      case "/guarded" ->
          request.headers().getOrDefault("authorization", "").equals("Bearer " + lastGood)
              ? Reply.json(200, "{\"in\":true}")
              : Reply.json(401, "{}");
      default -> Reply.json(200, Json.object().put("got", request.headers().toString()));
    };
  }

  private String peerUrl() {
    return peer.url().toString();
  }

  @BeforeEach
  void signUp() {
    kit = new Kit();
  }

  @AfterEach
  void close() {
    peer.close();
  }

  private Kit.Ended call(String path, String authentication, String input) {
    return kit.run(
        """
        do:
          - ask:
              call: http
              with:
                method: get
                endpoint: {uri: '%s', authentication: %s}
        """
            .formatted(peerUrl() + path, authentication.replace("PEER", peerUrl())),
        input);
  }

  private String authorization() {
    return peer.journal().getLast().headers().getOrDefault("authorization", "");
  }

  @Test
  void basic_and_bearer_take_their_settings_from_the_data() {
    call(
            "/open",
            "{basic: {username: '${ .name }', password: '${ .word }'}}",
            "{\"name\":\"ada\",\"word\":\"open sesame\"}")
        .output();
    assertThat(authorization())
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString("ada:open sesame".getBytes()));
    call("/open", "{bearer: {token: '${ .token }'}}", "{\"token\":\"a-token\"}").output();
    assertThat(authorization()).isEqualTo("Bearer a-token");
    call("/open", "{bearer: '${ .token }'}", "{\"token\":\"another\"}").output();
    assertThat(authorization()).isEqualTo("Bearer another");
  }

  @Test
  void digest_answers_the_challenge() {
    call("/digest", "{digest: {username: ada, password: sesame}}", "{}").output();
    assertThat(peer.journal()).hasSize(2);
    assertThat(authorization()).startsWith("Digest username=\"ada\"").contains("qop=auth");
  }

  @Test
  void a_policy_of_use_is_named() {
    kit.run(
            """
            use:
              authentications:
                ours: {bearer: {token: the-token-of-use}}
            do:
              - ask: {call: http, with: {method: get, endpoint: {uri: '%s/open', authentication: {use: ours}}}}
            """
                .formatted(peerUrl()))
        .output();
    assertThat(authorization()).isEqualTo("Bearer the-token-of-use");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grant: client_credentials, client: {id: c, secret: s}, scopes: [a, b], audiences: [x, y]"
            + "| grant_type=client_credentials&client_id=c&client_secret=s&scope=a%20b&audience=x&audience=y",
        "grant: password, client: {id: c, authentication: none}, username: u, password: p"
            + "| grant_type=password&client_id=c&username=u&password=p",
        "grant: 'urn:ietf:params:oauth:grant-type:token-exchange', subject: {token: t, type: jwt}, actor: {token: q, type: jwt}"
            + "| grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&subject_token=t&subject_token_type=jwt&actor_token=q&actor_token_type=jwt",
        "grant: client_credentials, request: {encoding: application/json}, client: {id: c, secret: s}"
            + "| {\"grant_type\":\"client_credentials\",\"client_id\":\"c\",\"client_secret\":\"s\"}",
        "grant: client_credentials, client: {id: c, assertion: j, authentication: private_key_jwt}"
            + "| grant_type=client_credentials&client_id=c&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=j"
      })
  void oauth2_asks_the_authority_for_a_token(String settings, String body) {
    var output = call("/guarded", "{oauth2: {authority: PEER, %s}}".formatted(settings), "{}");
    assertThat(output.output()).isEqualTo(Json.read("{\"in\":true}"));
    var asked = peer.journal().getFirst();
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.path()).isEqualTo("/oauth2/token");
    assertThat(asked.body()).isEqualTo(body);
  }

  @Test
  void a_client_may_authenticate_by_basic_or_by_a_signed_assertion_and_at_a_path_of_its_own() {
    var settings =
        "{oauth2: {authority: PEER, endpoints: {token: /own/token}, grant: client_credentials,"
            + " client: {id: c, secret: my-client-secret, authentication: %s}}}";
    call("/guarded", settings.formatted("client_secret_basic"), "{}").output();
    assertThat(peer.journal().getFirst().path()).isEqualTo("/own/token");
    assertThat(peer.journal().getFirst().headers().get("authorization"))
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString("c:my-client-secret".getBytes()));
    call("/guarded", settings.formatted("client_secret_jwt"), "{}").output();
    var asked = peer.journal().get(2);
    assertThat(asked.parameter("client_assertion").split("\\.")).hasSize(3);
    assertThat(asked.body()).doesNotContain("my-client-secret");
  }

  @Test
  void an_authority_may_be_a_template() {
    var policy =
        "{oauth2: {authority: '%s/{realm}', endpoints: {token: /token}, grant: client_credentials,"
            + " client: {id: realm, secret: s}}}";
    call("/guarded", policy.formatted("PEER"), "{\"realm\":\"own\"}").output();
    assertThat(peer.journal().getFirst().path()).isEqualTo("/own/token");
  }

  @Test
  void a_path_of_the_authority_may_lack_its_leading_slash() {
    call(
            "/guarded",
            "{oauth2: {authority: PEER/, endpoints: {token: own/token, revocation: own/revoke, introspection: own/look},"
                + " grant: client_credentials, client: {id: slash, secret: s}}}",
            "{}")
        .output();
    assertThat(peer.journal().getFirst().path()).isEqualTo("/own/token");
  }

  @Test
  void oidc_finds_the_token_endpoint_in_the_authority_s_configuration() {
    call("/guarded", "{oidc: {authority: PEER, grant: client_credentials, client: {id: c}}}", "{}")
        .output();
    assertThat(peer.journal().stream().map(Request::path))
        .containsExactly("/.well-known/openid-configuration", "/own/token", "/guarded");
  }

  @Test
  void a_token_is_kept_for_further_calls_and_replaced_when_the_endpoint_refuses_it() {
    var policy =
        "{oauth2: {authority: PEER, grant: client_credentials, client: {id: kept, secret: s}}}";
    call("/guarded", policy, "{}").output();
    call("/guarded", policy, "{}").output();
    assertThat(given).hasValue(1);
    lastGood = "another";
    call("/guarded", policy, "{}").output();
    assertThat(given).hasValue(2);
    var stranger = new Kit();
    stranger
        .run(
            """
            do:
              - ask: {call: http, with: {method: get, endpoint: {uri: '%s/guarded', authentication: %s}}}
            """
                .formatted(peerUrl(), policy.replace("PEER", peerUrl())))
        .output();
    assertThat(given).as("another tenant has its own token").hasValue(3);
  }

  @Test
  void an_authority_that_refuses_is_an_error_that_tells_no_secret() {
    var error =
        call(
                "/guarded",
                "{oauth2: {authority: PEER, grant: client_credentials, client: {id: c, secret: wrong-secret}}}",
                "{}")
            .error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "authentication");
    assertThat(error.path("status").asInt()).isEqualTo(401);
    assertThat(error.path("detail").asText()).contains("invalid_client").doesNotContain("wrong");
    assertThat(peer.journal()).hasSize(1);
  }

  @Test
  void an_endpoint_that_refuses_a_token_is_a_communication_error() {
    var error = call("/guarded", "{bearer: {token: not-the-one}}", "{}").error();
    assertThat(error.path("type").asText()).isEqualTo(Kit.ERRORS + "communication");
    assertThat(error.path("status").asInt()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{use: nobody} | /use | use.authentications has no 'nobody'",
        "{basic: {use: nobody}} | /basic/use | use.secrets has no 'nobody'",
        "{basic: {username: a}} | /basic | password",
        "{oauth2: {authority: 'https://a.example', grant: authorization_code}} | /oauth2/grant | client_credentials",
        "{bearer: {tokenn: a}} | /bearer | token",
        "{certificate: {}} | '' | client certificates are not offered",
        "{basic: {username: a, password: b}, bearer: {token: c}} | '' | 1"
      })
  void a_policy_that_can_t_be_is_refused_with_its_place(
      String policy, String pointer, String detail) {
    var errors =
        kit.refused(
            """
            do:
              - ask:
                  call: http
                  with:
                    method: get
                    endpoint:
                      uri: https://a.example
                      authentication: %s
            """
                .formatted(policy));
    assertThat(errors.at("/0/pointer").asText())
        .isEqualTo("/do/0/ask/with/endpoint/authentication" + pointer);
    assertThat(errors.at("/0/line").asInt()).isEqualTo(9);
    assertThat(errors.at("/0/detail").asText()).contains(detail);
  }
}
