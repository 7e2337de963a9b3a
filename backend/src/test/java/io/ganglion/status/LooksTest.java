package io.ganglion.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a part counts as what. */
@Tag("unit")
class LooksTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final StatusConfig CONFIG =
      new StatusConfig() {
        @Override
        public Duration runDelay() {
          return Duration.ofMinutes(1);
        }

        @Override
        public Duration webhookDelay() {
          return Duration.ofMinutes(5);
        }

        @Override
        public Duration fresh() {
          return Duration.ofSeconds(5);
        }
      };

  private static Measured measured(double runDelay, double webhookDelay) {
    return new Measured(0, runDelay, 0, 0, 0, 0, 0, 0, 0, 0, 0, webhookDelay, 0, 0);
  }

  private static Looks looks(Measured measured, int alive, Incident... incidents) {
    return Looks.of(
        measured,
        alive,
        Map.of(Part.SIGN_IN, PartState.OPERATIONAL),
        List.of(incidents),
        CONFIG,
        NOW);
  }

  private static Incident incident(Impact impact, Part part, Optional<Instant> resolved) {
    var update = new Incident.Update(IncidentState.INVESTIGATING, "We look.", NOW);
    return new Incident(
        IncidentId.next(), "one", impact, Set.of(part), NOW, resolved, List.of(update));
  }

  @Test
  void all_is_well_while_workers_live_and_nothing_is_late() {
    var looks = looks(measured(60, 300), 1);
    assertThat(looks.worst()).isEqualTo(PartState.OPERATIONAL);
    assertThat(looks.parts()).containsOnlyKeys(Part.API, Part.WORKERS, Part.WEBHOOKS, Part.SIGN_IN);
  }

  @Test
  void late_runs_and_late_webhooks_degrade_their_own_part_alone() {
    assertThat(looks(measured(61, 0), 1).parts())
        .containsEntry(Part.WORKERS, PartState.DEGRADED)
        .containsEntry(Part.WEBHOOKS, PartState.OPERATIONAL);
    assertThat(looks(measured(0, 301), 1).parts())
        .containsEntry(Part.WORKERS, PartState.OPERATIONAL)
        .containsEntry(Part.WEBHOOKS, PartState.DEGRADED);
  }

  @Test
  void without_a_living_worker_it_is_an_outage_of_workers() {
    assertThat(looks(measured(0, 0), 0).parts()).containsEntry(Part.WORKERS, PartState.OUTAGE);
  }

  @Test
  void what_is_told_counts_where_it_is_worse_than_what_is_measured() {
    var outage = incident(Impact.OUTAGE, Part.WEBHOOKS, Optional.empty());
    var degraded = incident(Impact.DEGRADED, Part.WORKERS, Optional.empty());
    var looks = looks(measured(0, 0), 0, outage, degraded);
    assertThat(looks.parts())
        .containsEntry(Part.WEBHOOKS, PartState.OUTAGE)
        .containsEntry(Part.WORKERS, PartState.OUTAGE) // measured, and worse than what is told
        .containsEntry(Part.API, PartState.OPERATIONAL);
  }

  @Test
  void an_incident_that_is_over_harms_nothing() {
    var over = incident(Impact.OUTAGE, Part.API, Optional.of(NOW));
    assertThat(looks(measured(0, 0), 1, over).worst()).isEqualTo(PartState.OPERATIONAL);
  }

  @Test
  void without_a_database_the_api_is_out_and_of_the_rest_nobody_knows() {
    var blind = Looks.blind(Map.of(Part.SIGN_IN, PartState.OPERATIONAL), List.of(), NOW);
    assertThat(blind.worst()).isEqualTo(PartState.OUTAGE);
    assertThat(blind.parts())
        .containsEntry(Part.WORKERS, PartState.UNKNOWN)
        .containsEntry(Part.SIGN_IN, PartState.OPERATIONAL);
  }
}
