package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** kill -9 of the process that takes tool calls: the client's session goes on at the next one. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class McpFaultTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_session_outlives_the_process_and_repeats_nothing() throws Exception {
    int front = Stack.freePort();
    int port = Stack.freePort();
    try (var lab = BackendProcess.start("api,lab", front, front).ready()) {
      var customer = Customer.newTenant(lab.url());
      var agent = new Troupe(customer).with("x", "main").agent("hand");
      var door = BackendProcess.start("api,worker", port, front).ready();
      var session = open(customer, agent, door.url());
      var first = call(customer, agent, door.url(), session, 2, "{\"text\":\"first\"}");
      var torn =
          CompletableFuture.supplyAsync(
              () -> call(customer, agent, door.url(), session, 3, "{\"text\":\"torn\"}"));
      Thread.sleep(Seed.random("kill -9 under a tool call").nextLong(20, 400)); // when is the point
      door.kill();
      torn.exceptionally(lost -> Json.object()).join();
      try (var next = BackendProcess.start("api,worker", port, front).ready()) {
        assertThat(call(customer, agent, next.url(), session, 2, "{\"text\":\"first\"}"))
            .isEqualTo(first);
        Patience.await("the torn call has its end")
            .atMost(Duration.ofMinutes(2))
            .until(
                () -> call(customer, agent, next.url(), session, 3, "{\"text\":\"torn\"}"),
                answer -> answer.path("state").asText().equals("completed"));
      }
      assertThat(posts(customer)).containsExactlyInAnyOrder("first", "torn");
    }
  }

  private static List<String> posts(Customer customer) {
    return customer.all("/lab/journal?platform=x").stream()
        .filter(entry -> entry.path("kind").asText().equals("post.created"))
        .map(entry -> entry.path("payload").path("text").asText())
        .toList();
  }

  private String open(Customer customer, String agent, String url) throws Exception {
    var answer =
        http.send(
            request(customer, agent, url)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",
                         "capabilities":{},"clientInfo":{"name":"faults","version":"1"}}}
                        """))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  private static HttpRequest.Builder request(Customer customer, String agent, String url) {
    return HttpRequest.newBuilder(URI.create(url + "/mcp/" + agent))
        .header("Authorization", "Bearer " + customer.key())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json"); // the answer alone, without its stream
  }

  private JsonNode call(
      Customer customer, String agent, String url, String session, int id, String arguments) {
    var body =
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"main_createPost\",\"arguments\":%s}}"
            .formatted(id, arguments);
    try {
      var answer =
          http.send(
              request(customer, agent, url)
                  .header("Mcp-Session-Id", session)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return Json.read(answer.body()).path("result").path("structuredContent");
    } catch (IOException e) {
      return Json.object();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
