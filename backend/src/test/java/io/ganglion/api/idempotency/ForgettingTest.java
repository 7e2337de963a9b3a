package io.ganglion.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of answers whose tenant asks no more. */
@QuarkusTest
@Tag("it")
class ForgettingTest {
  @Inject Forgetting forgetting;

  @Test
  void answers_whose_time_is_over_go_and_others_stay() throws SQLException {
    var owner = Callers.owner();
    for (var key : new String[] {"over", "kept"}) {
      owner
          .request()
          .header("Idempotency-Key", key)
          .body("{\"name\":\"one\",\"scopes\":[\"runs:read\"]}")
          .post("/api/v1/api-keys")
          .then()
          .statusCode(201);
    }
    var tenant = TenantId.fromString(owner.tenant());
    try (var connection = Stack.asTenant("ganglion_app", tenant);
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE idempotency_key SET expires_at = now() - interval '1 second' WHERE key = 'over'");
      assertThat(forgetting.sweep()).isPositive();
      try (var row =
          statement.executeQuery("SELECT string_agg(key, ',' ORDER BY key) FROM idempotency_key")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("kept");
      }
    }
    assertThat(forgetting.sweep()).isZero();
  }
}
