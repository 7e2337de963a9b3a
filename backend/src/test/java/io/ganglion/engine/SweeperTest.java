package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.bus.Bus;
import io.ganglion.bus.BusConfig;
import io.ganglion.bus.CloudEvent;
import io.ganglion.db.EngineTx;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Stack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class SweeperTest {
  @Inject Drills drills;
  @Inject Bus bus;

  private record Kept(Duration kept, int sweep) implements BusConfig {}

  private void sweep(Duration kept) throws SQLException {
    new Sweeper(new EngineTx(Stack.as("ganglion_engine"), 1), new Kept(kept, 2)).sweep();
  }

  private int stored(TenantId tenant) {
    return bus.list(tenant, Optional.empty(), 100, Optional.empty()).data().size();
  }

  @Test
  void events_are_kept_for_their_time_and_then_taken_away() throws SQLException {
    var tenant = drills.tenant();
    for (int i = 0; i < 5; i++) {
      var event = Json.object().put("specversion", "1.0").put("source", "/s").put("type", "t");
      bus.publish(tenant, List.of(CloudEvent.of(event.put("id", "e" + i), "")));
    }
    sweep(Duration.ofHours(1));
    assertThat(stored(tenant)).isEqualTo(5);
    sweep(Duration.ofHours(-1)); // as if an hour had passed
    assertThat(stored(tenant)).isZero();
  }
}
