package io.ganglion.walk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Inhabited;
import io.ganglion.walk.Tally.Check;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tries each operation of the OpenAPI document against each convention of the API, and prints what
 * came of it as a table.
 */
@QuarkusTest
@Tag("it")
class ApiWalkTest {
  private static final Logger LOG = Logger.getLogger(ApiWalkTest.class);
  private static final String TOO_LARGE = " ".repeat(1024 * 1024 + 1);
  private static final int ENOUGH_PAGES = 500;

  private final Tally tally = new Tally();
  private Inhabited ours;
  private Inhabited theirs;
  private Tries tries;
  private Documented documented;
  private Map<List<String>, String> narrow;

  @Test
  void every_operation_keeps_every_convention() throws Exception {
    ours = new Inhabited();
    theirs = new Inhabited();
    tries = new Tries(ours);
    documented = new Documented();
    narrow = new HashMap<>();
    var routes =
        Route.all(
            Json.read(
                given().get("/api/openapi.json").then().statusCode(200).extract().asString()));
    routes.forEach(tally::row);
    for (var route : routes) {
      examples(route);
      callers(route);
      requests(route);
    }
    routes.stream().filter(Route::isList).forEach(route -> pages(route, routes));
    for (var route : routes) {
      versions(route, routes);
    }
    for (var route : routes) { // what changes things comes last, and what deletes them after it
      if (!route.method().equals("delete") && tries.mayTry(route)) {
        succeeds(route);
      }
    }
    LOG.info(tally.table());
    assertThat(tally.broken()).isEmpty();
    assertThat(tally.kept(Check.AUTH)).isGreaterThan(110);
    assertThat(tally.kept(Check.SCOPE)).isGreaterThan(90);
    assertThat(tally.kept(Check.TENANT)).isGreaterThan(45);
    assertThat(tally.kept(Check.FIELDS)).isGreaterThan(25);
    assertThat(tally.kept(Check.TYPE)).isGreaterThan(25);
    assertThat(tally.kept(Check.REPLAY)).isGreaterThan(20);
    assertThat(tally.kept(Check.PAGES)).isGreaterThan(12);
    assertThat(tally.kept(Check.ETAG)).isGreaterThan(10);
    assertThat(tally.kept(Check.ANSWER)).isGreaterThan(70);
  }

  private String key(List<String> scopes) {
    var body = Json.object().put("name", "narrow");
    scopes.forEach(body.putArray("scopes")::add);
    return ours.request()
        .body(body.toString())
        .post("/api/v1/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("secret");
  }

  /** Who is let in. */
  private void callers(Route route) {
    var address = tries.address(route);
    if (!route.isPublic()) {
      refused(route, Check.AUTH, 401, "unauthenticated", send(given(), route, address));
    }
    if (route.isOperators()) {
      var answer = send(Callers.as(ours.key), route, address);
      refused(route, Check.SCOPE, 401, "unauthenticated", answer);
    }
    for (var scope : route.scopes()) {
      var others = route.scopes().stream().filter(other -> !other.equals(scope)).toList();
      var least = scope.equals("lab:read") ? "runs:read" : "lab:read"; // a key has at least one
      var key = narrow.computeIfAbsent(others.isEmpty() ? List.of(least) : others, this::key);
      refused(route, Check.SCOPE, 403, "forbidden", send(Callers.as(key), route, address));
    }
    var foreign = route.collection().map(theirs.things::get);
    if (foreign.isPresent() && !route.isOperators()) {
      var request = tries.caller(route);
      var answer = tries.send(request, route, route.of(foreign.get()), tries.body(route));
      refused(route, Check.TENANT, 404, "not_found", answer);
    }
  }

  /** What requests may hold. */
  private void requests(Route route) {
    var surplus = send(tries.caller(route).queryParam("surplus", "1"), route, tries.address(route));
    refused(route, Check.QUERY, 400, "invalid_request", surplus);
    route
        .recordBody()
        .ifPresent(
            body -> {
              var sent = Json.write(body.put("surplus", 1));
              var answer = tries.send(tries.caller(route), route, tries.address(route), sent);
              refused(route, Check.FIELDS, 400, "invalid_request", answer);
              tally.note(
                  route,
                  Check.FIELDS,
                  answer.asString().contains("\"/surplus\""),
                  "the field is not named: " + answer.asString());
            });
    if (route.recordBody().isPresent()) {
      var text = tries.caller(route).contentType("text/plain");
      var answer = tries.send(text, route, tries.address(route), "text");
      refused(route, Check.TYPE, 415, "unsupported_media_type", answer);
    } else if (!route.hasBody() && route.method().matches("post|put|patch")) {
      var answer = tries.send(tries.caller(route), route, tries.address(route), "{\"surplus\":1}");
      refused(route, Check.FIELDS, 400, "invalid_request", answer);
    }
    if (route.hasBody()) {
      var answer = tries.send(tries.caller(route), route, tries.address(route), TOO_LARGE);
      refused(route, Check.LIMITS, 413, "payload_too_large", answer);
    }
    if (route.isList()) {
      for (var limit : List.of("0", "101", "-1", "many")) {
        var answer =
            send(tries.caller(route).queryParam("limit", limit), route, tries.address(route));
        refused(route, Check.LIMITS, 400, "invalid_request", answer);
      }
      var forged = tries.caller(route).queryParam("cursor", "forged");
      refused(
          route, Check.LIMITS, 400, "invalid_request", send(forged, route, tries.address(route)));
    }
  }

  /** All of a list comes page by page, though it grows meanwhile. */
  private void pages(Route list, List<Route> routes) {
    var adds =
        routes.stream()
            .filter(one -> one.isPost() && one.path().equals(list.path()) && tries.mayTry(one))
            .findFirst();
    var address = tries.address(list);
    adds.ifPresent(one -> IntStream.range(0, 3).forEach(any -> tries.send(one)));
    var before = read(list, address, 100, () -> {});
    var paged = read(list, address, 1, () -> adds.ifPresent(tries::send));
    if (before.size() < 2) {
      return;
    }
    tally.note(
        list,
        Check.PAGES,
        paged.containsAll(before) && new HashSet<>(paged).size() == paged.size(),
        "read page by page: %s, at once: %s".formatted(paged, before));
  }

  private List<String> read(Route list, String address, int limit, Runnable afterFirst) {
    var names = new ArrayList<String>();
    String cursor = null;
    for (int page = 0; page < ENOUGH_PAGES; page++) {
      var request = tries.caller(list).queryParam("limit", limit);
      var answer =
          send(cursor == null ? request : request.queryParam("cursor", cursor), list, address);
      answered(list, answer);
      if (answer.statusCode() != 200) {
        return names;
      }
      var body = Json.read(answer.asString());
      body.path("data").forEach(one -> names.add(name(one)));
      cursor = body.path("next_cursor").textValue();
      if (page == 0) {
        afterFirst.run();
      }
      if (cursor == null) {
        return names;
      }
    }
    throw new AssertionError(list + " has no end");
  }

  private static String name(JsonNode one) {
    for (var field : List.of("id", "seq", "key", "position", "hash")) {
      if (one.has(field)) {
        return one.path(field) + one.path("version").asText() + one.path("at").asText();
      }
    }
    return one.toString();
  }

  /** What has changed is not overwritten. */
  private void versions(Route route, List<Route> routes) {
    if (!route.takes("If-Match")) {
      return;
    }
    var stale = tries.caller(route).header("If-Match", "\"999999\"");
    var answer = tries.send(stale, route, tries.address(route), tries.body(route));
    refused(route, Check.ETAG, 412, "version_mismatch", answer);
    routes.stream()
        .filter(one -> one.method().equals("get") && one.path().equals(route.path()))
        .forEach(
            get -> {
              var read = tries.send(get);
              tally.note(
                  get,
                  Check.ETAG,
                  String.valueOf(read.header("ETag")).matches("\"\\d+\""),
                  "no ETag on " + read.statusCode());
            });
  }

  /** What it answers when it is asked for what it may do, and asked again. */
  private void succeeds(Route route) throws Exception {
    var address = tries.address(route);
    var body = tries.body(route);
    var key = UUID.randomUUID().toString();
    var first = tries.send(keyed(route, key), route, address, body);
    answered(route, first);
    if (!route.isPost() || first.statusCode() >= 300) {
      return;
    }
    var again = tries.send(keyed(route, key), route, address, body);
    tally.note(
        route,
        Check.REPLAY,
        again.statusCode() == first.statusCode()
            && again.asString().equals(first.asString())
            && "true".equals(again.header("Idempotent-Replayed")),
        "%d %s, then %d %s"
            .formatted(first.statusCode(), first.asString(), again.statusCode(), again.asString()));
    var other = tries.send(keyed(route, key), route, address, body.isEmpty() ? "{}" : body + " ");
    refused(route, Check.MISMATCH, 422, "idempotency_mismatch", other);
    atOnce(route, tries.address(route), tries.body(route));
  }

  private RequestSpecification keyed(Route route, String key) {
    var request = tries.caller(route);
    return route.isPost() ? request.header("Idempotency-Key", key) : request;
  }

  /** Two at one time: one is done, and the other told so, or to wait. */
  private void atOnce(Route route, String address, String body) throws Exception {
    var key = UUID.randomUUID().toString();
    var together = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 2)
              .mapToObj(
                  any ->
                      threads.submit(
                          () -> {
                            together.await();
                            return tries.send(keyed(route, key), route, address, body);
                          }))
              .toList();
      var done = new HashMap<String, Integer>();
      for (var call : calls) {
        var answer = call.get();
        if (answer.statusCode() < 300) {
          done.merge(answer.asString(), 1, Integer::sum);
        } else if (answer.statusCode() == 409
            && "idempotency_running".equals(answer.path("code"))) {
          continue;
        } else {
          answered(route, answer);
        }
      }
      tally.note(route, Check.AT_ONCE, done.size() <= 1, "two answers: " + done.keySet());
    }
  }

  /** The examples are what the schemas say. */
  private void examples(Route route) {
    route
        .parameters()
        .filter(one -> one.has("example"))
        .forEach(one -> example(route, one.path("schema"), one.path("example")));
    for (var where :
        List.of(
            "/requestBody/content",
            "/responses/200/content",
            "/responses/201/content",
            "/responses/202/content")) {
      route.operation().at(where).properties().stream()
          .filter(media -> media.getValue().has("example"))
          .forEach(
              media ->
                  example(
                      route, media.getValue().path("schema"), media.getValue().path("example")));
    }
  }

  private void example(Route route, JsonNode schema, JsonNode example) {
    var faults = documented.faults(route, schema, example);
    tally.note(route, Check.EXAMPLES, faults.isEmpty(), faults + " in " + example);
  }

  private Response send(RequestSpecification request, Route route, String address) {
    if (route.bodyType().isPresent()) {
      request.contentType(
          route.path().equals("/api/v1/events")
              ? "application/cloudevents+json"
              : route.bodyType().get());
    }
    return tries.send(request, route, address, tries.body(route));
  }

  private void refused(Route route, Check check, int status, String code, Response answer) {
    answered(route, answer);
    boolean people = answer.statusCode() == 403 && "person_only".equals(answer.path("code"));
    tally.note(
        route,
        check,
        people || (answer.statusCode() == status && code.equals(answer.path("code"))),
        "%d %s instead of %d %s".formatted(answer.statusCode(), answer.asString(), status, code));
  }

  /** Every answer, whatever was tried, is one that the document knows. */
  private void answered(Route route, Response answer) {
    if (answer.statusCode() >= 400) {
      var fault = documented.faultOf(route, answer);
      tally.note(route, Check.PROBLEM, fault.isEmpty() && answer.statusCode() != 500, fault);
    } else {
      var fault = documented.faultIn(route, answer);
      tally.note(route, Check.ANSWER, fault.isEmpty(), fault);
    }
  }
}
