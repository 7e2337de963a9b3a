package io.ganglion.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.connection.Connection.Status;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Consenting;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens end and are exchanged, judged by the platform's journal. */
@QuarkusTest
@Tag("it")
class RenewalsTest {
  private static final String TOKENS = "/2/oauth2/token";

  /** Any secret that the laboratory or we have given away. */
  private static final String SECRET =
      "(?s).*(lab_[0-9a-z]{26}_[0-9A-Za-z-]+_[0-9a-f]{32}|secret-of-|go_[0-9a-z]{26}_).*";

  @TestHTTPResource("/")
  String root = "";

  @Inject Connections connections;
  @Inject Authorizations authorizations;
  @Inject TenantTx tx;

  private String url = "";
  private Customer customer;
  private TenantId tenant;
  private Consenting person;

  @BeforeEach
  void signUp() {
    url = root.replaceAll("/$", "");
    customer = Customer.newTenant(url);
    tenant = TenantId.fromString(customer.tenant());
    person = new Consenting(customer, url, "x");
  }

  private String token(String connection) {
    return connections
        .open(tenant, connection)
        .session()
        .credentials()
        .values()
        .elements()
        .next()
        .asText();
  }

  private ConnectionId connected(Consenting who, String name, String... choices) {
    return ConnectionId.fromString(who.connect(name, choices).path("id").asText());
  }

  /** As if so much of its life were over. */
  private void ages(ConnectionId id, String interval) {
    sql(
        "UPDATE connection SET token_at = token_at - interval '%1$s', token_ends_at = token_ends_at - interval '%1$s' WHERE id = '%2$s'"
            .formatted(interval, id.uuid()));
    sql(
        "UPDATE lab_object SET body = jsonb_set(body, '{ends}', to_jsonb((body->>'ends')::bigint - (extract(epoch from interval '%s') * 1000)::bigint)) WHERE kind = 'oauth.access' AND jsonb_exists(body, 'ends')"
            .formatted(interval));
    connections.forget(tenant, connections.get(tenant, id).name());
  }

  private void sql(String statement) {
    tx.run(
        tenant,
        c -> {
          try (var update = c.createStatement()) {
            update.executeUpdate(
                statement.replace("jsonb_exists(body, 'ends')", "jsonb_exists(body, 'ends')"));
          }
        });
  }

  private List<String> after(Consenting who) {
    return who.journal().stream().filter(kind -> !kind.equals("oauth.consented")).skip(1).toList();
  }

  private Status status(ConnectionId id) {
    return connections.get(tenant, id).status();
  }

  @Test
  void fifty_at_once_who_find_a_token_ended_get_one_new_one() throws Exception {
    var id = connected(person, "main");
    var old = token("main");
    ages(id, "2 hours");
    var tokens = new HashSet<String>();
    for (var one : atOnce(50, () -> token("main"))) {
      tokens.add(one.get());
    }

    assertThat(tokens).hasSize(1).doesNotContain(old);
    assertThat(after(person)).containsExactly("oauth.refreshed");
    assertThat(authorizations.check(tenant, id).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void fifty_at_once_whose_token_is_refused_before_its_time_get_one_new_one() throws Exception {
    connected(person, "main");
    var opened = connections.open(tenant, "main");
    for (var one : atOnce(50, () -> connections.refused(tenant, opened))) {
      assertThat(one.get()).isTrue();
    }

    assertThat(after(person)).containsExactly("oauth.refreshed");
    assertThat(token("main")).isNotEqualTo(opened.session().credentials().text("access_token"));
  }

  private static <T> List<Future<T>> atOnce(int times, Callable<T> work)
      throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<T>>();
      for (int i = 0; i < times; i++) {
        all.add(work);
      }
      return threads.invokeAll(all);
    }
  }

  @Test
  void each_refresh_token_leads_to_the_next() {
    var id = connected(person, "main");
    var seen = new HashSet<>(Set.of(token("main")));
    for (int i = 0; i < 3; i++) {
      ages(id, "119 minutes"); // not over yet, but soon
      assertThat(seen.add(token("main"))).isTrue();
    }

    assertThat(after(person))
        .containsExactly("oauth.refreshed", "oauth.refreshed", "oauth.refreshed");
  }

  @Test
  void a_failed_refresh_harms_nothing_before_the_token_s_end() {
    var id = connected(person, "main");
    var old = token("main");
    person.fault(TOKENS, "status_500_before", 2);
    ages(id, "119 minutes");

    assertThat(token("main")).isEqualTo(old);
    assertThat(status(id)).isEqualTo(Status.ACTIVE);
    ages(id, "2 minutes");
    assertThatThrownBy(() -> token("main"))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(ConnectionProblem.UNREFRESHED));
    assertThat(status(id)).isEqualTo(Status.ACTIVE);
    Patience.await("it is tried again").ignoreExceptions().until(() -> !token("main").equals(old));
    assertThat(after(person)).containsExactly("oauth.refreshed");
  }

  @Test
  void a_refused_refresh_asks_for_the_person_and_tells_the_tenant() {
    var id = connected(person, "main");
    person.fault(TOKENS, "unauthorized", 1);
    ages(id, "2 hours");

    refusedToOpen();
    assertThat(status(id)).isEqualTo(Status.REAUTHORIZE);
    assertThat(told()).isEqualTo(1);
    refusedToOpen();
    assertThat(after(person)).isEmpty(); // the platform was asked once, and the fault answered
    assertThat(person.comeBack(person.allow(person.askedAgain(id.toString()))))
        .contains("connected=");
    assertThat(status(id)).isEqualTo(Status.ACTIVE);
    assertThat(token("main")).isNotEmpty();
  }

  private void refusedToOpen() {
    assertThatThrownBy(() -> token("main"))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(ConnectionProblem.REAUTHORIZE));
  }

  private long told() {
    return tx.<Long>call(
        tenant,
        c -> {
          try (var select = c.createStatement();
              var row =
                  select.executeQuery(
                      "SELECT count(*) FROM outbox WHERE type = 'connection.reauthorize'")) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  @Test
  void an_answer_that_is_lost_costs_the_consent_where_refresh_tokens_have_one_use() {
    var id = connected(person, "main");
    person.fault(TOKENS, "reset_after", 1);
    ages(id, "2 hours");

    Patience.await("it is asked again")
        .until(() -> reason(), ConnectionProblem.REAUTHORIZE::equals);
    assertThat(after(person)).containsExactly("oauth.refreshed", "oauth.refused");
    assertThat(status(id)).isEqualTo(Status.REAUTHORIZE);
  }

  @Test
  void an_answer_that_is_lost_costs_nothing_where_they_are_good_a_while_longer() {
    var id = connected(person, "main", "grace=300");
    person.fault(TOKENS, "reset_after", 1);
    ages(id, "2 hours");

    Patience.await("it is asked again").until(() -> reason(), ""::equals);
    assertThat(after(person)).containsExactly("oauth.refreshed", "oauth.refreshed_again");
    assertThat(status(id)).isEqualTo(Status.ACTIVE);
  }

  private String reason() {
    try {
      connections.open(tenant, "main");
      return "";
    } catch (Problem e) {
      return e.code();
    }
  }

  @Test
  void instagram_s_token_is_shown_for_the_next() {
    var instagram = new Consenting(customer, url, "instagram");
    var id = connected(instagram, "photos");
    var old = token("photos");
    assertThat(after(instagram)).containsExactly("oauth.exchanged");
    sql(
        "UPDATE lab_object SET created_at = created_at - interval '55 days' WHERE kind ="
            + " 'oauth.access'");
    ages(id, "55 days");

    assertThat(token("photos")).isNotEqualTo(old);
    assertThat(after(instagram)).containsExactly("oauth.exchanged", "oauth.refreshed");
  }

  @Test
  void instagram_s_token_is_kept_alive_though_nobody_uses_it() {
    var instagram = new Consenting(customer, url, "instagram");
    connected(instagram, "photos", "life=10"); // due after 9 s

    Patience.await("it is refreshed").until(() -> after(instagram).contains("oauth.refreshed"));
  }

  @Test
  void a_bot_s_token_on_slack_has_no_end_unless_its_app_rotates_them() {
    var slack = new Consenting(customer, url, "slack");
    var lasting = connected(slack, "lasting");
    assertThat(connections.refused(tenant, connections.open(tenant, "lasting"))).isFalse();
    assertThat(status(lasting)).isEqualTo(Status.ACTIVE);

    var rotating = new Consenting(customer, url, "slack");
    var id = connected(rotating, "rotating", "life=43200");
    var old = token("rotating");
    ages(id, "12 hours");
    assertThat(token("rotating")).isNotEqualTo(old);
    assertThat(after(rotating)).containsExactly("oauth.refreshed");
  }

  @Test
  void what_is_typed_in_afterwards_is_refreshed_no_more() {
    var id = connected(person, "main");
    var own = connections.open(tenant, "main").session().credentials().values();
    authorizations.rotate(tenant, id, OptionalLong.empty(), own);
    ages(id, "2 hours");

    assertThat(connections.open(tenant, "main").token()).isEmpty();
    assertThat(after(person)).isEmpty();
  }

  @Test
  void no_secret_is_in_a_log_an_answer_or_the_audit_log() {
    var said = new ConcurrentLinkedQueue<String>();
    var listener = new Listener(said);
    Logger.getLogger("").addHandler(listener);
    try {
      var id = connected(person, "main");
      person.fault(TOKENS, "malformed_after", 1);
      ages(id, "2 hours");
      said.add(reason());
      person.fault(TOKENS, "unauthorized", 9);
      Patience.await("it is refused").until(() -> reason(), ConnectionProblem.REAUTHORIZE::equals);
      said.add(
          person.comeBack("code=abc&state=" + person.asked("other").path("connection").asText()));
    } finally {
      Logger.getLogger("").removeHandler(listener);
    }
    said.add(customer.all("/connections").toString());
    said.add(customer.all("/audit").toString());
    said.add(customer.all("/lab/journal?platform=x").toString());

    assertThat(said.toString()).contains("has to be authorized again");
    assertThat(said).noneMatch(text -> text.matches(SECRET));
  }

  /** Hears all that is logged. */
  private static final class Listener extends Handler {
    private final ConcurrentLinkedQueue<String> said;

    Listener(ConcurrentLinkedQueue<String> said) {
      this.said = said;
    }

    @Override
    public void publish(LogRecord logged) {
      said.add(logged.getMessage() + Arrays.toString(logged.getParameters()) + logged.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
