package io.ganglion.api.usage;

import static io.ganglion.testing.MeteredTenant.NOON;
import static io.ganglion.testing.MeteredTenant.minute;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.TenantId;
import io.ganglion.meter.HourSealing;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.MeteredTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("it")
class UsageResourceTest {
  private static final String MARCH = "from=2020-03-01T00:00:00Z&to=2020-04-01T00:00:00Z";

  @Inject HourSealing sealing;

  private Owner owner;
  private AgentId agent;

  /** An agent holds two systems for half an hour, and nobody's run one of them for two hours. */
  @BeforeEach
  void somethingWasHeld() throws SQLException {
    owner = Callers.owner();
    var tenant = new MeteredTenant(TenantId.fromString(owner.tenant()));
    agent = tenant.agent();
    var x = tenant.system("x");
    var run = tenant.run(null, agent, null);
    tenant.hold(run, x, NOON, minute(30));
    tenant.zeroRate(tenant.hold(run, tenant.system("evm"), NOON, minute(30)), "laboratory");
    tenant.hold(tenant.run(), x, NOON, minute(120));
    for (int hour = 0; hour < 2; hour++) {
      sealing.seal(tenant.id, NOON.plus(Duration.ofHours(hour)), minute(180));
    }
  }

  private ValidatableResponse get(String query) {
    return owner.request().get("/api/v1/usage?" + query).then();
  }

  @Nested
  class Status200 {
    @Test
    void usage_is_summed_by_the_hour() {
      get(MARCH + "&by=hour")
          .statusCode(200)
          .body("data.start", contains("2020-03-10T12:00:00.000Z", "2020-03-10T13:00:00.000Z"))
          .body("data.recorded_ms", contains(7_200_000, 3_600_000))
          .body("data.billable_ms", contains(5_400_000, 3_600_000))
          .body("data.cu_hours", contains("1.500000", "1.000000"))
          .body("data[0].agent", nullValue())
          .body("data[0].system", nullValue())
          .body("next_cursor", nullValue());
    }

    @Test
    void days_months_and_who_are_told_apart_if_asked_for() {
      get(MARCH)
          .statusCode(200)
          .body("data.start", contains("2020-03-10T00:00:00.000Z"))
          .body("data.recorded_ms", contains(10_800_000));
      get(MARCH + "&by=month,agent,connector")
          .statusCode(200)
          .body("data.start[0]", equalTo("2020-03-01T00:00:00.000Z"))
          .body("data.agent", contains(null, agent.toString(), agent.toString()))
          .body("data.connector", contains("x", "evm", "x"))
          .body("data.recorded_ms", contains(7_200_000, 1_800_000, 1_800_000))
          .body("data.billable_ms", contains(7_200_000, 0, 1_800_000));
      get(MARCH + "&by=system,workflow").statusCode(200).body("data", hasSize(2));
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
      var seen = new ArrayList<Integer>();
      String cursor = null;
      do {
        var page =
            get(MARCH
                    + "&by=hour,agent,connector&limit=1"
                    + (cursor == null ? "" : "&cursor=" + cursor))
                .statusCode(200)
                .body("data", hasSize(1))
                .extract()
                .jsonPath();
        seen.add(page.getInt("data[0].recorded_ms"));
        cursor = page.getString("next_cursor");
      } while (cursor != null);
      assertThat(seen).containsExactly(3_600_000, 1_800_000, 1_800_000, 3_600_000);
    }

    @Test
    void without_a_time_it_is_this_month() {
      owner.request().get("/api/v1/usage").then().statusCode(200).body("data", empty());
    }
  }

  @Nested
  class Status400 {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "from=yesterday",
          "from=2020-03-10",
          "from=2020-03-10T00:00:00Z&to=2020-03-10T00:00:00Z",
          "from=2020-01-01T00:00:00Z&to=2020-03-01T00:00:00Z&by=hour",
          "from=2010-01-01T00:00:00Z&to=2020-03-01T00:00:00Z&by=day",
          "by=week",
          "by=hour,day",
          "by=agent,agent",
          "by=day,",
          "limit=1000",
          "cursor=x",
          "until=2020-03-10T00:00:00Z"
        })
    void what_can_t_be_summed_is_refused(String query) {
      get(query).statusCode(400).body("code", equalTo("invalid_request"));
    }

    @Test
    void the_words_that_there_are_are_named() {
      get("by=week")
          .body("errors[0].pointer", equalTo("/by"))
          .body("detail", containsString("at most one of hour, day, month"));
    }
  }

  @Nested
  class Status401 {
    @Test
    void usage_needs_a_key() {
      given().get("/api/v1/usage").then().statusCode(401);
    }
  }

  @Nested
  class Status403 {
    @Test
    void usage_needs_its_scope() {
      var narrow = Callers.as(Callers.keyWith(owner, "runs:read"));
      narrow.get("/api/v1/usage").then().statusCode(403).body("code", equalTo("forbidden"));
      var enough = Callers.as(Callers.keyWith(owner, "usage:read"));
      enough.get("/api/v1/usage").then().statusCode(200);
    }
  }

  @Nested
  @Tag("isolation")
  class Isolation {
    @Test
    void another_tenant_s_usage_is_not_seen() {
      owner = Callers.owner();
      get(MARCH).statusCode(200).body("data", empty());
    }
  }
}
