package io.ganglion.api.event;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.ganglion.testing.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventResourceTest {
  private static final String ORDER =
      """
      {"specversion":"1.0","id":"%s","source":"/shop","type":"order.placed","data":{"total":%d}}\
      """;

  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  private ValidatableResponse send(String contentType, String body) {
    return send(contentType, body, Map.of());
  }

  private ValidatableResponse send(String contentType, String body, Map<String, String> headers) {
    return owner
        .request()
        .contentType(contentType)
        .headers(headers)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/events")
        .then();
  }

  private ValidatableResponse list(String query) {
    return owner.request().get("/api/v1/events" + query).then();
  }

  @Nested
  @Tag("it")
  class Status_2xx {
    @Test
    void an_event_is_stored_once_by_source_and_id() {
      send(SentEvents.STRUCTURED, ORDER.formatted("1", 5))
          .statusCode(202)
          .body("stored", equalTo(1))
          .body("known", equalTo(0));
      send(SentEvents.STRUCTURED, ORDER.formatted("1", 6))
          .statusCode(202)
          .body("known", equalTo(1));
      list("")
          .statusCode(200)
          .body("data", hasSize(1))
          .body("data[0].event.data.total", equalTo(5));
    }

    @Test
    void a_batch_is_stored_in_its_order_and_listed_newest_first_by_type() {
      send(SentEvents.BATCH, "[" + ORDER.formatted("1", 1) + "," + ORDER.formatted("2", 2) + "]")
          .statusCode(202)
          .body("stored", equalTo(2));
      String cursor =
          list("?type=order.placed&limit=1")
              .body("data[0].event.id", equalTo("2"))
              .extract()
              .path("next_cursor");
      list("?type=order.placed&limit=1&cursor=" + cursor)
          .body("data[0].event.id", equalTo("1"))
          .body("next_cursor", equalTo(null));
      list("?type=order.paid").body("data", hasSize(0));
    }

    @Test
    void a_binary_request_carries_attributes_in_headers_and_data_in_the_body() {
      var headers =
          Map.of(
              "ce-specversion", "1.0",
              "ce-id", "b1",
              "ce-source", "/shop",
              "ce-type", "order.placed",
              "ce-region", "S%C3%BCd");
      send("application/json", "{\"total\":7}", headers).statusCode(202).body("stored", equalTo(1));
      list("")
          .body("data[0].event.data.total", equalTo(7))
          .body("data[0].event.region", equalTo("Süd"))
          .body("data[0].event.specversion", equalTo("1.0"));
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void everything_wrong_with_an_event_is_told_with_its_place() {
      send(
              SentEvents.BATCH,
              "["
                  + ORDER.formatted("1", 1)
                  + ",{\"specversion\":\"1.0\",\"id\":\"\",\"type\":\"t\",\"Bad\":1}]")
          .statusCode(400)
          .body("errors.pointer", hasItem("/1/source"))
          .body("errors.pointer", hasItem("/1/id"))
          .body("errors.pointer", hasItem("/1/Bad"));
      list("").body("data", hasSize(0));
    }

    @Test
    void an_event_above_256_KiB_is_refused() {
      send(
              SentEvents.STRUCTURED,
              """
              {"specversion":"1.0","id":"1","source":"/s","type":"t","data":"%s"}\
              """
                  .formatted("x".repeat(256 * 1024)))
          .statusCode(413)
          .body("code", equalTo("payload_too_large"))
          .body("detail", containsString("at most 262144 bytes"));
    }

    @Test
    void a_time_that_is_none_is_refused() {
      for (var time : List.of("yesterday", "+999999999-12-31T23:59:59Z")) {
        send(
                SentEvents.STRUCTURED,
                """
                {"specversion":"1.0","id":"1","source":"/s","type":"t","time":"%s"}\
                """
                    .formatted(time))
            .statusCode(400)
            .body("errors.pointer", hasItem("/time"));
      }
    }
  }

  @Nested
  @Tag("it")
  class Status_403_and_415 {
    @Test
    void sending_needs_events_write() {
      Callers.as(Callers.keyWith(owner, "events:read"))
          .contentType(SentEvents.STRUCTURED)
          .body(ORDER.formatted("1", 1).getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/events")
          .then()
          .statusCode(403);
    }

    @Test
    void plain_json_without_event_headers_is_no_event() {
      send("application/json", "{}")
          .statusCode(415)
          .body("code", equalTo("unsupported_media_type"));
    }
  }

  @Test
  @Tag("isolation")
  void a_tenant_sees_no_other_tenants_events() {
    send(SentEvents.STRUCTURED, ORDER.formatted("1", 1)).statusCode(202);
    Callers.owner()
        .request()
        .get("/api/v1/events")
        .then()
        .statusCode(200)
        .contentType(containsString("json"))
        .body("data", hasSize(0));
  }
}
