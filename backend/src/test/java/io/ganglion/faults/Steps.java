package io.ganglion.faults;

import io.ganglion.kernel.Json;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs that act again and again and never leave memory, so that one sees who is at work. */
final class Steps implements AutoCloseable {
  private static final String WORKFLOW =
      """
      document: {dsl: '1.0.3', namespace: faults, name: steps, version: '1.0.0'}
      do:
        - act: {call: http, with: {method: put, endpoint: '${ .endpoint }', body: {a: 1}}, output: {as: '${ $workflow.input }'}}
        - rest: {wait: PT0.5S, then: act}
      """;

  private final LoopbackPlatform platform = new LoopbackPlatform();
  private final Customer customer;
  private final List<String> paths = new ArrayList<>();

  Steps(BackendProcess front) throws IOException {
    customer = Customer.newTenant(front.url());
  }

  void start(int count) {
    var workflow = customer.postYaml("/workflows", WORKFLOW).path("id").asText();
    for (int i = 0; i < count; i++) {
      var body = Json.object().put("workflow", workflow);
      body.set("input", Json.object().put("endpoint", platform.url("/" + i)));
      customer.post("/runs", body);
      paths.add("/" + i);
    }
  }

  void allUnderWay() {
    beyond(Map.of(), 1);
  }

  /**
   * Returns when each has done more than what was sent before a worker died: one act may have been
   * on its way.
   */
  void allGoOn() {
    beyond(platform.effects(), 2);
  }

  private void beyond(Map<String, Long> before, int more) {
    Patience.await("every run goes on")
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              var now = platform.effects();
              return paths.stream()
                  .allMatch(
                      path -> now.getOrDefault(path, 0L) >= before.getOrDefault(path, 0L) + more);
            });
  }

  @Override
  public void close() {
    platform.close();
  }
}
