package io.ganglion.api.vault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.ganglion.crypto.Sealed;
import io.ganglion.crypto.Vault;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class RotationResourceTest {
  private static final String PATH = "/api/v1/vault/rotations";
  private static final String NOTHING = PATH + "/rot_01h2xcejqtf2nbrexx3vqjhp41";

  @Inject Vault vault;

  private static RequestSpecification operator() {
    return Callers.as(Stack.OPERATOR_TOKEN);
  }

  /** Starts one, and waits for its end. */
  private static io.restassured.path.json.JsonPath rotate() {
    var id =
        Patience.await("no other rotation")
            .until(
                () -> operator().post(PATH).then().extract().<String>path("id"),
                found -> found != null);
    return Patience.await("rotation " + id)
        .until(
            () -> operator().get(PATH + "/" + id).then().statusCode(200).extract().jsonPath(),
            view -> view.getString("stage").equals("ended"));
  }

  @Nested
  class Accepted_202 {
    @Test
    void under_load_nothing_is_lost_and_old_data_keys_are_refused() throws Exception {
      var owner = Callers.owner();
      var tenant = TenantId.fromString(owner.tenant());
      var place = "con_elsewhere|1";
      var before = vault.seal(tenant, place, new byte[] {7});
      int first = before.generation();
      var made = new ArrayList<String>();
      for (int i = 0; i < 5; i++) {
        made.add(connection(owner, "before-" + i));
      }
      var stop = new AtomicBoolean();
      List<Future<Integer>> load = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int t = 0; t < 3; t++) {
          int thread = t;
          load.add(threads.submit(() -> load(owner, made.get(thread), thread, stop)));
        }
        var done = rotate();
        stop.set(true);

        assertThat(done.getLong("renewed")).isPositive();
        assertThat(done.getLong("resealed")).isGreaterThanOrEqualTo(made.size());
        assertThat(done.getLong("retired")).isPositive();
        assertThat(done.getLong("failed")).isZero();
        assertThat(done.getString("ended_at")).isNotNull();
      }
      int written = 0;
      for (var one : load) {
        written += one.get(); // throws what the load met
      }
      assertThat(written).isPositive();
      assertThat(generations(tenant)).containsExactly(first + 1);
      for (String id :
          owner
              .request()
              .get("/api/v1/connections?limit=100")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .<String>getList("data.id")) {
        owner.request().post("/api/v1/connections/" + id + "/check").then().statusCode(200);
      }
      assertThatThrownBy(() -> vault.open(tenant, place, before))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("the tenant has no data key " + first);
      assertThatThrownBy(() -> vault.open(tenant, place, new Sealed(first + 1, before.bytes())))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_request_again_is_the_same_rotation() {
      var key = "rotation-" + System.nanoTime();
      var first =
          Patience.await("no other rotation")
              .until(
                  () ->
                      operator()
                          .header("Idempotency-Key", key)
                          .post(PATH)
                          .then()
                          .extract()
                          .<String>path("id"),
                  found -> found != null);
      operator()
          .header("Idempotency-Key", key)
          .post(PATH)
          .then()
          .statusCode(202)
          .body("id", equalTo(first))
          .body("master", startsWith("keyset:"));
      ended(first);
    }
  }

  @Nested
  class Unauthenticated_401 {
    @Test
    void for_all_but_the_operator() {
      var owner = Callers.owner();
      given().post(PATH).then().statusCode(401);
      given().get(NOTHING).then().statusCode(401);
      owner.request().post(PATH).then().statusCode(401);
      owner.request().get(NOTHING).then().statusCode(401);
      Callers.as("not-the-operator").post(PATH).then().statusCode(401);
    }
  }

  @Nested
  class Not_found_404 {
    @Test
    void for_a_rotation_that_is_not_there() {
      operator().get(NOTHING).then().statusCode(404).body("code", equalTo("not_found"));
    }
  }

  @Nested
  class Conflict_409 {
    @Test
    void while_one_is_under_way() {
      var first =
          Patience.await("no other rotation")
              .until(
                  () -> operator().post(PATH).then().extract().<String>path("id"),
                  found -> found != null);
      operator().post(PATH).then().statusCode(409).body("code", equalTo("rotation_running"));
      ended(first);
    }
  }

  private static void ended(String id) {
    Patience.await("rotation " + id)
        .until(
            () ->
                operator()
                    .get(PATH + "/" + id)
                    .then()
                    .extract()
                    .<String>path("stage")
                    .equals("ended"));
  }

  /** Makes connections, rotates the credentials of one and has it checked, until it is told. */
  private static int load(Callers.Owner owner, String own, int thread, AtomicBoolean stop) {
    int done = 0;
    while (!stop.get()) {
      connection(owner, "load-%d-%d".formatted(thread, done));
      owner
          .request()
          .body("{\"credentials\":{\"password\":\"p%d\"}}".formatted(done))
          .post("/api/v1/connections/" + own + "/rotate")
          .then()
          .statusCode(200);
      owner.request().post("/api/v1/connections/" + own + "/check").then().statusCode(200);
      done++;
    }
    return done;
  }

  private static String connection(Callers.Owner owner, String name) {
    return owner
        .request()
        .body(
            "{\"name\":\"%s\",\"connector\":\"http\",\"credentials\":{\"password\":\"hunter2\"}}"
                .formatted(name))
        .post("/api/v1/connections")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<Integer> generations(TenantId tenant) throws SQLException {
    var found = new ArrayList<Integer>();
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT generation FROM tenant_data_key")) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }
}
