package io.ganglion.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class AgentsTest {
  private static final AgentSettings MAYA =
      new AgentSettings(
          "maya",
          List.of("main", "shop"),
          new Policy(Policy.Irreversible.ALLOW, Optional.of(List.of("x.*"))));
  private static final OptionalLong WHATEVER = OptionalLong.empty();

  private final TenantId tenant = TenantId.next();
  private final TenantId other = TenantId.next();
  @Inject Tenants tenants;
  @Inject Agents agents;

  @BeforeEach
  void two_tenants() {
    tenants.create(tenant, "one");
    tenants.create(other, "two");
  }

  @Test
  void an_agent_is_read_as_it_was_made() {
    var made = agents.create(tenant, AgentId.next(), MAYA);

    assertThat(made.version()).isEqualTo(1);
    assertThat(made.settings()).isEqualTo(MAYA);
    assertThat(agents.get(tenant, made.id())).isEqualTo(made);
  }

  @Test
  void making_it_again_under_its_identifier_makes_no_second_one() {
    var id = AgentId.next();
    var made = agents.create(tenant, id, MAYA);

    assertThat(agents.create(tenant, id, MAYA)).isEqualTo(made);
    assertThat(agents.list(tenant, 10, Optional.empty()).data()).containsExactly(made);
  }

  @Test
  void a_name_is_taken_within_its_tenant_only() {
    agents.create(tenant, AgentId.next(), MAYA);

    assertThatThrownBy(() -> agents.create(tenant, AgentId.next(), MAYA))
        .isInstanceOf(AgentProblem.class)
        .hasMessageContaining("'maya'");
    assertThat(agents.create(other, AgentId.next(), MAYA).name()).isEqualTo("maya");
  }

  @Test
  void an_edit_is_seen_at_the_next_reading() {
    var made = agents.create(tenant, AgentId.next(), MAYA);
    agents.get(tenant, made.id());
    var changed =
        agents.update(
            tenant,
            made.id(),
            OptionalLong.of(1),
            now -> new AgentSettings(now.name(), List.of(), Policy.DEFAULT));

    assertThat(changed.version()).isEqualTo(2);
    assertThat(agents.get(tenant, made.id())).isEqualTo(changed);
    assertThat(changed.irreversible()).isEqualTo(Policy.Irreversible.APPROVE);
  }

  @Test
  void an_edit_of_what_was_changed_meanwhile_is_refused() {
    var made = agents.create(tenant, AgentId.next(), MAYA);
    agents.update(tenant, made.id(), WHATEVER, now -> now);

    assertThatThrownBy(() -> agents.update(tenant, made.id(), OptionalLong.of(1), now -> now))
        .isInstanceOf(Changed.class);
  }

  @Test
  void a_deleted_agent_is_there_for_its_runs_only() {
    var made = agents.create(tenant, AgentId.next(), MAYA);
    agents.delete(tenant, made.id(), WHATEVER);

    assertThatThrownBy(() -> agents.get(tenant, made.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> agents.delete(tenant, made.id(), WHATEVER))
        .isInstanceOf(NotFound.class);
    assertThat(agents.ofRun(tenant, made.id()).name()).isEqualTo("maya");
    assertThat(agents.list(tenant, 10, Optional.empty()).data()).isEmpty();
    assertThat(agents.create(tenant, AgentId.next(), MAYA).id()).isNotEqualTo(made.id());
  }

  @Test
  void pages_go_from_the_newest_to_the_oldest() {
    for (int i = 0; i < 5; i++) {
      agents.create(tenant, AgentId.next(), new AgentSettings("a" + i, List.of(), Policy.DEFAULT));
    }
    var first = agents.list(tenant, 3, Optional.empty());
    var second = agents.list(tenant, 3, first.next().map(AgentId::fromString));

    assertThat(first.data()).extracting(Agent::name).containsExactly("a4", "a3", "a2");
    assertThat(second.data()).extracting(Agent::name).containsExactly("a1", "a0");
    assertThat(second.next()).isEmpty();
  }

  @Test
  @Tag("isolation")
  void another_tenant_finds_nothing_of_it() {
    var made = agents.create(tenant, AgentId.next(), MAYA);

    assertThatThrownBy(() -> agents.get(other, made.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> agents.update(other, made.id(), WHATEVER, now -> now))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> agents.delete(other, made.id(), WHATEVER))
        .isInstanceOf(NotFound.class);
    assertThat(agents.list(other, 10, Optional.empty()).data()).isEmpty();
    assertThat(agents.get(tenant, made.id())).isEqualTo(made);
  }
}
