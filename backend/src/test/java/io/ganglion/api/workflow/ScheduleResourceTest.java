package io.ganglion.api.workflow;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class ScheduleResourceTest {
  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  private String path(String schedule) {
    var id =
        owner.workflow(
            """
            document: {dsl: '1.0.3', namespace: routes, name: timed, version: '1.0.0'}
            %sdo:
              - a: {set: {b: 1}}
            """
                .formatted(schedule));
    return "/api/v1/workflows/" + id + "/schedule";
  }

  @Test
  void status_200_a_schedule_is_read_paused_and_resumed() {
    var path = path("schedule: {cron: '0 6 * * *'}\n");
    owner
        .request()
        .get(path)
        .then()
        .statusCode(200)
        .body("kind", equalTo("cron"))
        .body("paused", equalTo(false))
        .body("next_at", notNullValue())
        .body("started", equalTo(0));
    owner
        .request()
        .post(path + "/pause")
        .then()
        .statusCode(200)
        .body("paused", equalTo(true))
        .body("next_at", equalTo(null));
    owner.request().post(path + "/resume").then().statusCode(200).body("next_at", notNullValue());
  }

  @Test
  void status_403_pausing_needs_workflows_write() {
    var path = path("schedule: {every: PT1H}\n");
    Callers.as(Callers.keyWith(owner, "workflows:read"))
        .post(path + "/pause")
        .then()
        .statusCode(403);
  }

  @Test
  void status_404_a_workflow_without_a_schedule_has_none() {
    owner.request().get(path("")).then().statusCode(404).body("code", equalTo("not_found"));
  }

  @Test
  @Tag("isolation")
  void another_tenants_schedule_is_not_there() {
    var path = path("schedule: {every: PT1H}\n");
    Callers.owner().request().get(path).then().statusCode(404);
    Callers.owner().request().post(path + "/pause").then().statusCode(404);
  }
}
