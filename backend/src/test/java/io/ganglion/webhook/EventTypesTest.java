package io.ganglion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class EventTypesTest {
  private final EventTypes types = new EventTypes();

  @Test
  void every_example_fits_its_schema_and_every_schema_says_something() {
    var schemas = new Schemas();
    assertThat(types.all()).hasSizeGreaterThan(20);
    for (var type : types.all()) {
      assertThat(schemas.check(type.schema(), type.example())).as(type.name()).isEmpty();
      assertThat(schemas.check(type.schema(), Json.read("[]"))).as(type.name()).isNotEmpty();
      assertThat(type.name()).matches("[a-z_]+\\.[a-z_]+");
      assertThat(type.description()).as(type.name()).endsWith(".");
    }
  }

  @Test
  void what_is_no_matter_outside_is_told_to_nobody() {
    assertThat(types.name("run.state", Json.read("{\"state\":\"SUCCEEDED\"}")))
        .contains("run.succeeded");
    assertThat(types.name("run.state", Json.read("{\"state\":\"RUNNING\"}"))).isEmpty();
    assertThat(types.name("run.state", Json.read("{}"))).isEmpty();
    assertThat(types.name("effect.state", Json.read("{\"state\":\"DISPATCHED\"}"))).isEmpty();
    assertThat(types.name("burst.alert", Json.read("{}"))).contains("capacity.burst");
    assertThat(types.name("nothing.known", Json.read("null"))).isEmpty();
  }
}
