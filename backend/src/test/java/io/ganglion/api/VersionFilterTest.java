package io.ganglion.api;

import static org.hamcrest.Matchers.equalTo;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behaviour by date. */
@QuarkusTest
@Tag("it")
class VersionFilterTest {
  private static final String HEADER = "Ganglion-Version";

  @Test
  void answers_and_refusals_name_the_version_they_are_by() {
    var owner = Callers.owner();
    owner.request().get("/api/v1/runs").then().statusCode(200).header(HEADER, "2026-11-29");
    owner
        .request()
        .header(HEADER, "2027-03-01")
        .get("/api/v1/runs/none")
        .then()
        .statusCode(404)
        .header(HEADER, "2026-11-29");
  }

  @Test
  void a_day_before_the_first_and_what_is_no_day_are_refused() {
    for (var asked : new String[] {"2026-11-28", "latest", "2026-13-01"}) {
      Callers.owner()
          .request()
          .header(HEADER, asked)
          .get("/api/v1/runs")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/Ganglion-Version"));
    }
  }
}
