package io.ganglion.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Callers;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Told;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens in a tenant, as it happens. */
@QuarkusTest
class EventStreamResourceTest {
  private static final String TYPE = "connection.reauthorize";

  @TestHTTPResource("/api/v1/events/stream")
  URI stream = URI.create("/");

  private final HttpClient http = HttpClient.newHttpClient();
  private Callers.Owner owner;

  @BeforeEach
  void signUp() {
    owner = Callers.owner();
  }

  @AfterEach
  void close() {
    http.shutdownNow();
  }

  private void happened(int number) {
    Told.happened(owner.tenant(), TYPE, "{\"n\":%d}".formatted(number));
  }

  /** The stream's lines from the time it has begun; they go on to come in. */
  private List<String> open(Callers.Owner reader, String query, String lastEventId)
      throws IOException, InterruptedException {
    var answer = begun(reader, query, lastEventId);
    var lines = new CopyOnWriteArrayList<String>();
    Thread.ofVirtual().start(() -> keep(answer.body(), lines));
    return lines;
  }

  private HttpResponse<Stream<String>> begun(Callers.Owner reader, String query, String lastEventId)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(stream + query))
            .header("Authorization", "Bearer " + reader.key())
            .header("Accept", "text/event-stream");
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    var answer = http.send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static void keep(Stream<String> from, List<String> lines) {
    try {
      from.forEach(lines::add);
    } catch (UncheckedIOException closed) {
      // the test is over
    }
  }

  /** Of the events: a block without data tells a place alone. */
  private static List<String> of(List<String> lines, String field) {
    var found = new ArrayList<String>();
    for (var block : String.join("\n", lines).split("\n\n")) {
      if (block.contains("data:")) {
        block
            .lines()
            .filter(line -> line.startsWith(field + ":"))
            .forEach(line -> found.add(line.substring(field.length() + 1).strip()));
      }
    }
    return found;
  }

  private static List<Integer> numbers(List<String> lines) {
    return of(lines, "data").stream().map(data -> Json.read(data).at("/data/n").asInt()).toList();
  }

  @Nested
  @Tag("it")
  class Status_200 {
    @Test
    void events_come_in_order_and_a_reader_goes_on_after_any_of_them() throws Exception {
      happened(0); // before anybody listens
      var first = open(owner, "", "");
      for (int n = 1; n <= 5; n++) {
        happened(n);
      }
      Patience.await("all have come").until(() -> numbers(first).size() == 5);
      assertThat(numbers(first)).containsExactly(1, 2, 3, 4, 5);
      assertThat(of(first, "event")).containsOnly(TYPE);
      var again = open(owner, "", of(first, "id").get(1));
      Patience.await("the rest has come").until(() -> numbers(again).size() == 3);
      assertThat(numbers(again)).containsExactly(3, 4, 5);
    }

    @Test
    void what_is_committed_late_comes_in_its_place() throws Exception {
      var lines = open(owner, "", "");
      try (var slow = Stack.asTenant("ganglion_app", TenantId.fromString(owner.tenant()))) {
        slow.setAutoCommit(false);
        Told.insert(slow, owner.tenant(), null, TYPE, "{\"n\":1}");
        happened(2);
        Patience.await("a stream that would tell it too soon has had its chance")
            .pollDelay(Duration.ofSeconds(2))
            .until(() -> true);
        assertThat(numbers(lines)).isEmpty();
        slow.commit();
      }
      Patience.await("both have come").until(() -> numbers(lines).size() == 2);
      assertThat(numbers(lines)).containsExactly(1, 2);
    }

    @Test
    void only_types_that_were_asked_for_come() throws Exception {
      var lines = open(owner, "?types=run.succeeded," + TYPE, "");
      Told.happened(owner.tenant(), "ledger.sealed", "{\"n\":7}");
      happened(8);
      Patience.await("it has come").until(() -> !numbers(lines).isEmpty());
      assertThat(numbers(lines)).containsExactly(8);
    }

    @Test
    void a_stream_has_the_headers_of_other_answers_and_no_proxy_holds_it_back() throws Exception {
      var headers = begun(owner, "", "").headers();
      assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(headers.firstValue("Ganglion-Version")).contains("2026-11-29");
      assertThat(headers.firstValue("RateLimit-Policy").orElse("none")).contains("\"caller\"");
      assertThat(headers.firstValue("RateLimit").orElse("none")).contains("\"caller\";r=");
    }

    @Test
    void another_tenant_hears_nothing() throws Exception {
      var theirs = open(Callers.owner(), "", "");
      var ours = open(owner, "", "");
      happened(1);
      Patience.await("it has come").until(() -> numbers(ours).size() == 1);
      assertThat(numbers(theirs)).isEmpty();
    }
  }

  @Nested
  @Tag("it")
  class Status_400 {
    @Test
    void types_and_places_that_there_are_not() {
      owner
          .request()
          .get("/api/v1/events/stream?types=no.such")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/types"));
      owner
          .request()
          .header("Last-Event-ID", "1.5")
          .get("/api/v1/events/stream")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/Last-Event-ID"));
    }
  }

  @Nested
  @Tag("it")
  class Status_406 {
    @Test
    void who_takes_no_stream_is_told_that_it_is_one() {
      owner
          .request()
          .accept("application/json")
          .get("/api/v1/events/stream")
          .then()
          .statusCode(406)
          .body("code", equalTo("not_acceptable"))
          .body("detail", equalTo("The answer is text/event-stream; accept that."));
    }
  }
}
