package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Consenting;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs whose connection's token ends under them. */
@QuarkusTest
@Tag("it")
class ReauthorizeTest {
  private static final String TOKENS = "/2/oauth2/token";

  @TestHTTPResource("/")
  String root = "";

  private Customer customer;
  private Consenting person;
  private String connection = "";
  private String agent = "";

  @BeforeEach
  void connect() {
    var url = root.replaceAll("/$", "");
    customer = Customer.newTenant(url);
    person = new Consenting(customer, url, "x");
    connection = person.connect("main").path("id").asText();
    var body = Json.object().put("name", "poster");
    body.putArray("connections").add("main");
    body.putObject("policy").put("irreversible", "allow");
    agent = customer.post("/agents", body).path("id").asText();
  }

  private String post(String text) {
    var document =
        "document: {dsl: '1.0.3', namespace: oauth, name: %1$s, version: '1.0.0'}%ndo:%n- post: {call: x.createPost, with: {connection: main, text: %1$s}}"
            .formatted(text);
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    return customer
        .post("/runs", Json.object().put("workflow", workflow).put("agent", agent))
        .path("id")
        .asText();
  }

  private JsonNode await(String run, String state) {
    return Patience.await(run + " is " + state)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> customer.get("/runs/" + run), it -> it.path("state").asText().equals(state));
  }

  private void sql(String statement) {
    try (var c = Stack.asTenant("ganglion_app", TenantId.fromString(customer.tenant()));
        var update = c.createStatement()) {
      update.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The platform takes it no more; whether we know is another thing. */
  private void ends(boolean known) {
    sql("UPDATE lab_object SET body = jsonb_set(body, '{ends}', '1') WHERE kind = 'oauth.access'");
    if (known) { // raising the version has every process read it again
      sql(
          "UPDATE connection SET token_at = now() - interval '2 hours', token_ends_at = now() -"
              + " interval '1 s', version = version + 1");
    }
  }

  private long posts() {
    return customer.all("/lab/journal?platform=x").stream()
        .filter(entry -> entry.path("kind").asText().equals("post.created"))
        .count();
  }

  @Test
  void an_act_refused_for_its_token_is_sent_again_with_another() {
    await(post("before"), "SUCCEEDED");
    ends(false);
    await(post("after"), "SUCCEEDED");

    assertThat(person.journal())
        .containsExactly("oauth.consented", "oauth.granted", "oauth.refreshed");
    assertThat(posts()).isEqualTo(2);
  }

  @Test
  void a_run_waits_for_consent_and_goes_on_with_it() {
    person.fault(TOKENS, "unauthorized", 1);
    ends(true);
    var run = post("waits");
    var waiting = await(run, "WAITING").path("waiting_for");
    assertThat(waiting.path("reason").asText()).isEqualTo("reauthorize");
    assertThat(waiting.path("detail").asText()).contains("authorize it again");
    assertThat(customer.get("/connections/" + connection).path("status").asText())
        .isEqualTo("reauthorize");
    assertThat(posts()).isZero();

    person.comeBack(person.allow(person.askedAgain(connection)));
    await(run, "SUCCEEDED");
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void an_act_whose_token_and_consent_are_gone_waits_for_consent() {
    person.fault(TOKENS, "unauthorized", 1);
    ends(false);
    var run = post("waits");
    assertThat(await(run, "WAITING").at("/waiting_for/reason").asText()).isNotEmpty();
    Patience.await("it waits for consent")
        .until(
            () -> customer.get("/runs/" + run).at("/waiting_for/reason").asText(),
            "reauthorize"::equals);

    person.comeBack(person.allow(person.askedAgain(connection)));
    await(run, "SUCCEEDED");
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void a_run_waits_while_the_platform_gives_no_token() {
    person.fault(TOKENS, "status_500_before", 1);
    ends(true);
    var run = post("waits");
    assertThat(await(run, "WAITING").at("/waiting_for/reason").asText()).isEqualTo("upstream");

    await(run, "SUCCEEDED");
    assertThat(customer.get("/connections/" + connection).path("status").asText())
        .isEqualTo("active");
    assertThat(posts()).isEqualTo(1);
  }
}
