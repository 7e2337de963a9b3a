package io.ganglion.api.connection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Troupe;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What acts through a connection cost, by actions that there are. */
@QuarkusTest
@Tag("it")
class PriceResourceTest {
  @TestHTTPResource("/")
  String url = "";

  private Customer customer;
  private LoopbackPlatform platform;

  @BeforeEach
  void signUp() throws IOException {
    customer = Customer.newTenant(url.replaceAll("/$", ""));
    platform = new LoopbackPlatform();
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private String x() {
    new Troupe(customer).with("x", "main");
    return customer.all("/connections").getFirst().path("id").asText();
  }

  /** Through a connector that the tenant made itself. */
  private String shop() {
    var connector = Json.object().put("name", "my-shop");
    connector.put(
        "document",
        """
        openapi: 3.0.3
        info: {title: Shop, version: '1'}
        servers: [{url: '%s'}]
        components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
        security: [{key: []}]
        paths: {/items: {get: {operationId: listItems, responses: {'200': {description: ok}}}}}
        """
            .formatted(platform.url("")));
    customer.post("/connectors", connector);
    var connection = Json.object().put("connector", "my-shop").put("name", "shop");
    connection.putObject("credentials").put("key", "key-0123456789");
    return customer.post("/connections", connection).path("id").asText();
  }

  private static RequestSpecification as(Customer who) {
    return given().header("Authorization", "Bearer " + who.key()).contentType("application/json");
  }

  private ValidatableResponse price(String connection, String body) {
    return as(customer).body(body).put("/api/v1/connections/{id}/prices", connection).then();
  }

  @Nested
  class Status_200 {
    @Test
    void actions_of_the_connector_have_prices_until_they_are_taken_away() {
      var connection = x();
      price(connection, "{\"currency\":\"USD\",\"calls\":{\"createPost\":1.5,\"deletePost\":0}}")
          .statusCode(200)
          .body("prices.currency", equalTo("USD"))
          .body("prices.calls.createPost", equalTo(1.5f));
      price(connection, "{}").statusCode(200).body("prices", nullValue());
    }

    @Test
    void so_have_those_of_the_tenant_s_own() {
      price(shop(), "{\"currency\":\"USD\",\"calls\":{\"listItems\":2}}")
          .statusCode(200)
          .body("prices.calls", hasKey("listItems"));
    }
  }

  @Nested
  class Status_400 {
    @Test
    void an_action_that_the_connector_has_not_is_refused_by_its_place() {
      var connection = x();
      price(connection, "{\"currency\":\"USD\",\"calls\":{\"createPost\":1,\"nope\":1}}")
          .statusCode(400)
          .body("code", equalTo("invalid_request"))
          .body("errors.pointer", equalTo(List.of("/calls/nope")));
      price(connection, "{\"currency\":\"USD\",\"calls\":{\"a/b~c\":1}}")
          .statusCode(400)
          .body("errors.pointer", equalTo(List.of("/calls/a~1b~0c")));
      as(customer)
          .get("/api/v1/connections/{id}", connection)
          .then()
          .statusCode(200)
          .body("prices", nullValue());
    }

    @Test
    void so_is_one_that_the_tenant_s_own_has_not() {
      price(shop(), "{\"currency\":\"USD\",\"calls\":{\"createPost\":1}}")
          .statusCode(400)
          .body("errors.pointer", equalTo(List.of("/calls/createPost")));
    }

    @Test
    void prices_without_a_currency_are_refused() {
      price(x(), "{\"calls\":{\"createPost\":1}}")
          .statusCode(400)
          .body("errors.pointer", equalTo(List.of("/currency")));
    }
  }

  @Nested
  class Status_404_and_412 {
    @Test
    void another_tenant_s_connection_does_not_exist() {
      var connection = x();
      as(Customer.newTenant(url.replaceAll("/$", "")))
          .body("{\"currency\":\"USD\",\"calls\":{\"nope\":1}}")
          .put("/api/v1/connections/{id}/prices", connection)
          .then()
          .statusCode(404);
    }

    @Test
    void what_has_changed_since_is_left_alone() {
      as(customer)
          .header("If-Match", "\"7\"")
          .body("{\"currency\":\"USD\",\"calls\":{\"createPost\":1}}")
          .put("/api/v1/connections/{id}/prices", x())
          .then()
          .statusCode(412);
    }
  }
}
