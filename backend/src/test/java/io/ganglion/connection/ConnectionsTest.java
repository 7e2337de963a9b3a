package io.ganglion.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.connection.Connection.Status;
import io.ganglion.coordination.SystemIdentity;
import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.ConnectionId;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.Problem;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ConnectionsTest {
  private static final OptionalLong WHATEVER = OptionalLong.empty();

  private final TenantId tenant = TenantId.next();
  private final PretendX x = new PretendX();
  @Inject Tenants tenants;
  @Inject TenantTx tx;
  @Inject Connections connections;
  @Inject Authorizations authorizations;

  ConnectionsTest() throws IOException {}

  @BeforeEach
  void an_account() {
    tenants.create(tenant, "one");
    x.knows("token-of-17", "17");
  }

  @AfterEach
  void close() {
    x.close();
  }

  @Test
  void a_connection_knows_whose_account_it_is() {
    var made = create("main", "token-of-17");

    assertThat(made.principal()).isEqualTo("17");
    assertThat(made.label()).isEqualTo("@user17");
    assertThat(made.status()).isEqualTo(Status.ACTIVE);
    assertThat(made.system()).isEqualTo(SystemIdentity.of(tenant, "x", "production", "17"));
    assertThat(connections.get(tenant, made.id())).isEqualTo(made);
    assertThat(connections.list(tenant, 10, Optional.empty()).data()).containsExactly(made);
  }

  @Test
  void two_credentials_of_one_account_share_its_system() {
    x.knows("another-token-of-17", "17");

    assertThat(create("main", "token-of-17").system())
        .isEqualTo(create("second", "another-token-of-17").system());
  }

  @Test
  void an_opened_connection_carries_its_credentials() {
    create("main", "token-of-17");
    var opened = connections.open(tenant, "main");

    assertThat(opened.session().credentials().text("access_token")).isEqualTo("token-of-17");
    assertThat(opened.session().principal()).isEqualTo("17");
    assertThat(opened.session().baseUrl()).isEqualTo(x.url());
    assertThat(opened.toString()).doesNotContain("token-of-17");
  }

  @Test
  void credentials_are_stored_sealed() {
    create("main", "token-of-17");
    var row =
        tx.<byte[]>call(
            tenant,
            c -> {
              try (var rows =
                  c.createStatement().executeQuery("SELECT credentials FROM connection")) {
                rows.next();
                return rows.getBytes(1);
              }
            });
    assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain("token");
  }

  @Test
  void making_it_again_under_its_identifier_makes_no_second_one() {
    var id = ConnectionId.next();
    var made = authorizations.create(tenant, id, wanted("main", "token-of-17"));

    assertThat(authorizations.create(tenant, id, wanted("main", "token-of-17"))).isEqualTo(made);
    refused("name_taken", () -> create("main", "token-of-17"));
  }

  @Test
  void what_can_t_be_is_refused_by_its_place() {
    invalid("/name", new NewConnection("Main", "x", prod(), Optional.empty(), token("t")));
    invalid("/connector", new NewConnection("main", "y", prod(), Optional.empty(), token("t")));
    invalid(
        "/environment",
        new NewConnection("main", "x", Optional.of("moon"), Optional.empty(), token("t")));
    invalid(
        "/base_url",
        new NewConnection(
            "main", "x", prod(), Optional.of(URI.create("ftp://example.com")), token("t")));
    invalid(
        "/base_url",
        new NewConnection(
            "main", "x", Optional.of("lab"), Optional.of(x.url()), token("token-of-17")));
  }

  @Test
  void credentials_that_don_t_fit_the_schema_are_not_repeated() {
    var wrong = Json.object().put("access_token", "").put("password", "secret-of-mine");

    assertThatThrownBy(
            () ->
                authorizations.create(
                    tenant,
                    ConnectionId.next(),
                    new NewConnection("main", "x", prod(), Optional.of(x.url()), wrong)))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            e -> {
              assertThat(e.errors())
                  .allSatisfy(v -> assertThat(v.pointer()).startsWith("/credentials"));
              assertThat(e.errors().toString()).doesNotContain("secret-of-mine");
            });
  }

  @Test
  void refused_credentials_are_not_stored_nor_repeated() {
    assertThatThrownBy(() -> create("main", "wrong-token"))
        .isInstanceOfSatisfying(
            ConnectionProblem.class,
            e -> {
              assertThat(e.code()).isEqualTo("credentials_refused");
              assertThat(e.detail()).doesNotContain("wrong-token");
            });
    assertThat(connections.list(tenant, 10, Optional.empty()).data()).isEmpty();
  }

  @Test
  void a_platform_that_fails_proves_nothing_about_credentials() {
    x.breaks();

    refused("platform_unreachable", () -> create("main", "token-of-17"));
  }

  @Test
  void a_paused_connection_does_not_open_until_it_is_resumed() {
    var id = create("main", "token-of-17").id();

    assertThat(connections.pause(tenant, id).status()).isEqualTo(Status.PAUSED);
    refused("connection_paused", () -> connections.open(tenant, "main"));
    assertThat(authorizations.check(tenant, id).status()).isEqualTo(Status.PAUSED);
    assertThat(connections.resume(tenant, id).status()).isEqualTo(Status.ACTIVE);
    assertThat(connections.open(tenant, "main").connection().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void a_check_notices_that_credentials_no_longer_work() {
    var id = create("main", "token-of-17").id();
    x.forgets("token-of-17");

    assertThat(authorizations.check(tenant, id).status()).isEqualTo(Status.REAUTHORIZE);
    x.knows("token-of-17", "17");
    assertThat(authorizations.check(tenant, id).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void rotation_takes_new_credentials_of_the_same_account_only() {
    var made = create("main", "token-of-17");
    x.knows("new-token-of-17", "17");
    x.knows("token-of-18", "18");
    var id = made.id();
    var seen = OptionalLong.of(made.version());

    refused("other_account", () -> authorizations.rotate(tenant, id, seen, token("token-of-18")));
    authorizations.rotate(tenant, id, seen, token("new-token-of-17"));
    assertThat(connections.open(tenant, "main").session().credentials().text("access_token"))
        .isEqualTo("new-token-of-17");
    assertThatThrownBy(() -> authorizations.rotate(tenant, id, seen, token("token-of-17")))
        .isInstanceOf(Changed.class);
  }

  @Test
  void a_deleted_connection_is_gone() {
    var made = create("main", "token-of-17");

    assertThatThrownBy(() -> connections.delete(tenant, made.id(), OptionalLong.of(9)))
        .isInstanceOf(Changed.class);
    connections.delete(tenant, made.id(), OptionalLong.of(made.version()));
    assertThatThrownBy(() -> connections.open(tenant, "main")).isInstanceOf(NotFound.class);
    assertThat(create("main", "token-of-17").id()).isNotEqualTo(made.id());
  }

  @Test
  @Tag("isolation")
  void another_tenant_finds_nothing_of_it() {
    var other = TenantId.next();
    tenants.create(other, "two");
    var id = create("main", "token-of-17").id();

    assertThatThrownBy(() -> connections.open(other, "main")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> connections.get(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> connections.pause(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> connections.delete(other, id, WHATEVER)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> authorizations.check(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> authorizations.rotate(other, id, WHATEVER, token("token-of-17")))
        .isInstanceOf(NotFound.class);
    assertThat(connections.list(other, 10, Optional.empty()).data()).isEmpty();
    assertThat(connections.open(tenant, "main").connection().id()).isEqualTo(id);
  }

  private Connection create(String name, String token) {
    return authorizations.create(tenant, ConnectionId.next(), wanted(name, token));
  }

  private NewConnection wanted(String name, String token) {
    return new NewConnection(name, "x", prod(), Optional.of(x.url()), token(token));
  }

  private void invalid(String pointer, NewConnection wanted) {
    assertThatThrownBy(() -> authorizations.create(tenant, ConnectionId.next(), wanted))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageStartingWith(pointer);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Optional<String> prod() {
    return Optional.of("production");
  }

  private static JsonNode token(String token) {
    return Json.object().put("access_token", token);
  }
}
