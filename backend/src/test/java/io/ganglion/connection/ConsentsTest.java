package io.ganglion.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Consenting;
import io.ganglion.testing.Customer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People let us in, or don't, judged by the platform's journal. */
@QuarkusTest
@Tag("it")
class ConsentsTest {
  private static final HttpResponse.BodyHandler<String> TEXT = HttpResponse.BodyHandlers.ofString();

  @TestHTTPResource("/")
  String root = "";

  @ConfigProperty(name = "ganglion.public.url")
  URI publicUrl = URI.create("");

  @Inject Consents consents;

  private String url = "";
  private Customer customer;
  private Consenting person;

  @BeforeEach
  void signUp() {
    url = root.replaceAll("/$", "");
    customer = Customer.newTenant(url);
    person = new Consenting(customer, url, "x");
  }

  private String failure(String landed) {
    var home = publicUrl.resolve("/connections?connect_error=").toString();
    assertThat(landed).startsWith(home);
    return landed.substring(home.length());
  }

  private static String state(JsonNode asked) {
    return Objects.requireNonNull(
        Consenting.query(URI.create(asked.path("url").asText())).get("state"));
  }

  @Test
  void a_person_who_consents_makes_a_connection_to_their_account() {
    var asked = person.asked("main");
    assertThat(URI.create(asked.path("url").asText()).getPath()).endsWith("/x/i/oauth2/authorize");
    assertThat(Consenting.query(URI.create(asked.path("url").asText())))
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("scope", "tweet.read tweet.write users.read media.write offline.access")
        .containsEntry("redirect_uri", publicUrl.resolve("/oauth/callback").toString());

    var landed = person.comeBack(person.allow(asked));

    var id = asked.path("connection").asText();
    assertThat(landed).isEqualTo(publicUrl.resolve("/connections?connected=" + id).toString());
    var made = customer.get("/connections/" + id);
    assertThat(made.path("status").asText()).isEqualTo("active");
    assertThat(made.path("principal").asText()).isEqualTo(person.account());
    assertThat(made.toString()).doesNotContain("token", "secret");
    assertThat(person.journal()).containsExactly("oauth.consented", "oauth.granted");
    assertThat(
            customer.post("/connections/" + id + "/check", Json.object()).path("status").asText())
        .isEqualTo("active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"instagram", "slack"})
  void so_do_people_elsewhere(String platform) {
    var elsewhere = new Consenting(customer, url, platform);

    var made = elsewhere.connect(platform);

    assertThat(made.path("status").asText()).isEqualTo("active");
    assertThat(made.path("principal").asText()).contains(elsewhere.account());
    assertThat(elsewhere.journal()).startsWith("oauth.consented", "oauth.granted");
  }

  @Test
  void a_state_is_good_for_one_return() {
    var back = person.allow(person.asked("main"));
    person.comeBack(back);

    assertThat(failure(person.comeBack(back))).isEqualTo("unknown_authorization");
    assertThat(person.journal()).containsExactly("oauth.consented", "oauth.granted");
  }

  @Test
  void a_state_nobody_was_sent_with_gets_nothing() {
    var stranger = Customer.newTenant(url);
    var asked = person.asked("main");
    var own = state(asked);
    var theirs = own.replace(own.substring(3, 29), stranger.tenant().substring(4));

    assertThat(failure(person.comeBack("code=x&state=" + theirs)))
        .isEqualTo("unknown_authorization");
    assertThat(failure(person.comeBack("code=x&state=nonsense")))
        .isEqualTo("unknown_authorization");
    assertThat(failure(person.comeBack("code=x"))).isEqualTo("unknown_authorization");
    assertThat(failure(person.comeBack("code=x&state=" + own.substring(0, own.length() - 1) + "!")))
        .isEqualTo("unknown_authorization");
    assertThat(person.comeBack(person.allow(asked))).contains("connected=");
  }

  @Test
  void who_says_no_is_taken_at_their_word() {
    var asked = person.asked("main");
    var back = person.deny(asked);

    assertThat(failure(person.comeBack(back))).isEqualTo("consent_denied");
    assertThat(failure(person.comeBack(back))).isEqualTo("unknown_authorization");
    assertThat(customer.all("/connections")).isEmpty();
  }

  @Test
  void a_code_is_worth_nothing_with_another_state() {
    var first = person.allow(person.asked("first"));
    var second = person.asked("second");
    var mixed = first.replaceAll("state=[^&]*", "state=" + state(second));

    assertThat(failure(person.comeBack(mixed))).isEqualTo("credentials_refused");
    assertThat(person.journal()).containsExactly("oauth.consented", "oauth.refused");
    assertThat(customer.all("/lab/journal?platform=x").getLast().at("/payload/why").asText())
        .isEqualTo("a wrong verifier");
  }

  @Test
  void another_platform_s_word_is_not_taken() {
    var back = person.allow(person.asked("main"));

    assertThat(failure(person.comeBack(back + "&iss=https%3A%2F%2Fevil.example")))
        .isEqualTo("mixed_up");
    assertThat(person.journal()).containsExactly("oauth.consented");
  }

  @Test
  void a_platform_may_add_what_it_likes_and_none_of_it_is_shown() {
    assertThat(failure(person.comeBack("state=x&error=%3Cscript%3E&error_reason=a&error_reason=b")))
        .isEqualTo("unknown_authorization");
    var back = state(person.asked("main"));
    assertThat(failure(person.comeBack("error=%3Cscript%3E&error_description=y&state=" + back)))
        .isEqualTo("consent_failed");
  }

  @Test
  void a_connection_is_authorized_again_in_its_place() {
    var id = person.connect("main").path("id").asText();

    assertThat(person.comeBack(person.allow(person.askedAgain(id)))).endsWith("connected=" + id);
    assertThat(customer.all("/connections")).hasSize(1);
    var other = new Consenting(customer, url, "x");
    assertThat(failure(person.comeBack(other.allow(person.askedAgain(id)))))
        .isEqualTo("other_account");
  }

  @Test
  void two_connections_to_one_account_are_one_system() {
    assertThat(person.connect("first").path("system"))
        .isEqualTo(person.connect("second").path("system"));
  }

  @Test
  void a_tenant_s_own_app_asks_and_has_to_prove_itself() {
    var app = "own_" + customer.tenant().substring(4);
    var body = Json.object().put("name", "main").put("connector", "x").put("environment", "lab");
    body.putObject("app").put("id", app).put("secret", "secret-of-" + app);
    var asked = customer.post("/connections/authorize", body);
    assertThat(Consenting.query(URI.create(asked.path("url").asText())))
        .containsEntry("client_id", app);
    assertThat(person.comeBack(person.allow(asked, "life=2"))).contains("connected=");

    body.put("name", "wrong").withObject("/app").put("secret", "not-the-secret");
    var wrong = person.allow(customer.post("/connections/authorize", body));
    assertThat(failure(person.comeBack(wrong))).isEqualTo("credentials_refused");
  }

  @Test
  void who_asked_in_a_browser_has_to_come_back_in_it() {
    var tenant = TenantId.fromString(customer.tenant());
    var wanted =
        new NewConsent(
            Optional.empty(), "main", "x", Optional.of("lab"), Optional.empty(), "per_1", true);
    var asked = consents.begin(tenant, ConnectionId.next(), wanted);
    var back = person.allow(Json.object().put("url", asked.url().toString()));
    var cookie = asked.cookie() + "=" + asked.browser().orElseThrow();

    assertThat(failure(person.comeBack(back))).isEqualTo("unknown_authorization");
    assertThat(failure(person.comeBack(back, asked.cookie() + "=" + UUID.randomUUID())))
        .isEqualTo("unknown_authorization");
    assertThat(person.comeBack(back, cookie)).endsWith("connected=" + asked.connection());
  }

  @Test
  void the_laboratory_s_page_shows_what_it_is_asked_as_text_and_sends_people_nowhere_else()
      throws Exception {
    var page = URI.create(person.asked("main").path("url").asText());
    var scope = page.toString().replaceAll("scope=[^&]*", "scope=%3Cscript%3E%22");
    var elsewhere =
        page.toString().replaceAll("redirect_uri=[^&]*", "redirect_uri=https://evil.example");
    try (var browser = HttpClient.newHttpClient()) {
      var shown = browser.send(HttpRequest.newBuilder(URI.create(scope)).build(), TEXT);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(shown.headers().allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("default-src 'none'", "form-action 'self'");
      assertThat(shown.body())
          .contains("&lt;script&gt;&quot;", ">Allow<")
          .doesNotContain("<script>");
      var refused = browser.send(HttpRequest.newBuilder(URI.create(elsewhere)).build(), TEXT);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void what_can_t_be_asked_for_is_refused() {
    refused(
        "there is no OAuth for it",
        "{\"name\":\"a\",\"connector\":\"discord\",\"environment\":\"lab\"}");
    refused(
        "oauth_app_missing", "{\"name\":\"a\",\"connector\":\"x\",\"environment\":\"production\"}");
    refused("/name", "{\"connector\":\"x\"}");
    refused("/app/secret", "{\"name\":\"a\",\"connector\":\"x\",\"app\":{\"id\":\"1\"}}");
    refused("404", "{\"connection\":\"%s\"}".formatted(ConnectionId.next()));
    person.connect("main");
    refused("name_taken", "{\"name\":\"main\",\"connector\":\"x\",\"environment\":\"lab\"}");
  }

  private void refused(String why, String body) {
    assertThatThrownBy(() -> customer.post("/connections/authorize", Json.read(body)))
        .hasMessageContaining(why);
  }
}
