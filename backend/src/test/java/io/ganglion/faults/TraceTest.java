package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.faults.TraceCollector.Span;
import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import io.ganglion.testing.WebhookReceiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace from a caller's request through a worker, its calls and what is told of its end. */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class TraceTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";

  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: traces, name: traced, version: '1.0.0'}
      do:
        - post: {call: x.createPost, with: {connection: main, text: '${ "hello " + $workflow.id }'}}
        - tell: {call: http, with: {method: post, endpoint: '%s'}}
        - more: {run: {workflow: {namespace: traces, name: child, version: '1.0.0'}}}
      """;
  private static final String CHILD =
      """
      document: {dsl: '1.0.3', namespace: traces, name: child, version: '1.0.0'}
      do: [{rest: {set: {a: 1}}}]
      """;

  @Test
  void a_run_its_calls_and_its_webhooks_belong_to_the_caller_s_trace() throws Exception {
    try (var collector = new TraceCollector();
        var receiver = new WebhookReceiver();
        var platform = new LoopbackPlatform()) {
      int port = Stack.freePort();
      var settings =
          Map.of(
              "GANGLION_TRACES_DISABLED", "false",
              "GANGLION_TRACES_URL", collector.url(),
              "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
      try (var all = BackendProcess.start("api,worker,webhook,lab", port, port, settings).ready()) {
        var customer = Customer.newTenant(all.url());
        var agent = new Troupe(customer).with("x", "main").agent("traced");
        customer.post("/endpoints", Json.object().put("url", receiver.url("/told")));
        customer.postYaml("/workflows", CHILD);
        var text = WORKFLOW.formatted(platform.url("/tell"));
        var workflow = customer.postYaml("/workflows", text).path("id").asText();
        start(all.url(), customer.key(), workflow, agent);
        var ended =
            Patience.await("the run's end is told")
                .until(() -> succeeded(receiver), told -> told.size() == 2);
        var request = span(collector, "POST /api/v1/runs", CALLER);
        // the first of its stays: it leaves memory while its child goes on
        var stay = span(collector, "run traced", request.id());
        assertThat(stay.told()).containsEntry("ganglion.tenant", customer.tenant());
        assertThat(span(collector, "send x.createPost", stay.id()).told())
            .containsEntry("ganglion.outcome", "LANDED")
            .containsKey("ganglion.effect");
        span(collector, "send http.request", stay.id());
        span(collector, "run child", request.id());
        for (var told : ended) {
          var parts = told.header("traceparent").split("-");
          assertThat(parts[1]).isEqualTo(TRACE);
          var delivery =
              Patience.await("the delivery's span")
                  .until(
                      () ->
                          collector.spans().stream().filter(s -> s.id().equals(parts[2])).toList(),
                      found -> found.size() == 1)
                  .getFirst();
          assertThat(delivery.name()).isEqualTo("deliver webhook");
          assertThat(delivery.parent()).isEqualTo(request.id());
        }
        assertThat(platform.effects("/tell")).isEqualTo(1);
        assertThat(platform.headers("traceparent")).as("no platform hears of it").isEmpty();
        collector.close();
        start(all.url(), customer.key(), workflow, agent);
        Patience.await("a run is told without a collector")
            .until(() -> succeeded(receiver).size(), told -> told == 4);
      }
    }
  }

  private static void start(String url, String key, String workflow, String agent)
      throws Exception {
    var body = Json.object().put("workflow", workflow).put("agent", agent);
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/runs"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static List<WebhookReceiver.Received> succeeded(WebhookReceiver receiver) {
    return receiver.at("/told").stream()
        .filter(one -> one.body().contains("\"run.succeeded\""))
        .toList();
  }

  /** The first span of that name below that one, of the caller's trace. */
  private static Span span(TraceCollector collector, String name, String parent) {
    List<Span> found =
        Patience.await("a span '%s' below %s".formatted(name, parent))
            .until(
                () ->
                    collector.spans().stream()
                        .filter(span -> span.trace().equals(TRACE))
                        .filter(span -> span.name().equals(name) && span.parent().equals(parent))
                        .toList(),
                spans -> !spans.isEmpty());
    return found.getFirst();
  }
}
