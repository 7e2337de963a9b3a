package io.ganglion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MeterTest {
  private final AtomicLong now = new AtomicLong(5);
  private final ExpressionLimits limits =
      new ExpressionLimits(1_000, 100, 10, Duration.ofMillis(250), 100);
  private final Meter meter = new Meter(limits, now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void a_pause_of_the_machine_is_not_held_against_the_program() {
    pass(Duration.ofSeconds(30));
    meter.step();
    pass(Duration.ofMillis(100));
    meter.step();
    assertThat(meter.remaining()).isEqualTo(Duration.ofMillis(150).toNanos());
  }

  @Test
  void many_short_steps_use_up_the_time() {
    for (int i = 0; i < 249; i++) {
      pass(Duration.ofMillis(1));
      meter.step();
    }
    pass(Duration.ofMillis(1));
    assertThatThrownBy(meter::step).hasMessageContaining("more than 250 ms");
  }

  @Test
  void steps_are_counted() {
    for (int i = 0; i < 1_000; i++) {
      meter.step();
    }
    assertThatThrownBy(meter::step).hasMessageContaining("more than 1000 steps");
  }

  @Test
  void a_shared_value_counts_as_often_as_it_would_be_written() {
    JsonNode value = TextNode.valueOf("0123456789");
    meter.made(value);
    var twice = Json.mapper().createArrayNode().add(value).add(value);
    meter.made(twice);
    var four = Json.mapper().createArrayNode().add(twice).add(twice);
    meter.made(four);
    var eight = Json.mapper().createArrayNode().add(four).add(four);
    assertThatThrownBy(() -> meter.made(eight)).hasMessageContaining("more than 100 characters");
  }

  @Test
  void depth_is_counted() {
    JsonNode value = Json.mapper().createArrayNode();
    for (int i = 1; i < 9; i++) {
      value = Json.mapper().createArrayNode().add(value);
    }
    meter.made(value);
    var deeper = Json.mapper().createArrayNode().add(Json.mapper().createArrayNode().add(value));
    assertThatThrownBy(() -> meter.made(deeper)).hasMessageContaining("nested deeper than 10");
  }
}
