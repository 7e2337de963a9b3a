package io.ganglion.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ganglion.kernel.AgentId;
import io.ganglion.kernel.Changed;
import io.ganglion.kernel.InvalidRequest;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.NotFound;
import io.ganglion.kernel.TenantId;
import io.ganglion.tenant.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("it")
class AgentStatesTest {
  private static final Precondition WHATEVER = new Precondition.None();
  private static final Precondition SOMETHING = new Precondition.Some();
  private static final Precondition NOTHING = seen(0);

  private final TenantId tenant = TenantId.next();
  private AgentId agent;
  @Inject Tenants tenants;
  @Inject Agents agents;
  @Inject AgentStates states;

  @BeforeEach
  void an_agent() {
    tenants.create(tenant, "one");
    var settings = new AgentSettings("maya", List.of(), Policy.DEFAULT);
    agent = agents.create(tenant, AgentId.next(), settings).id();
  }

  @Test
  void each_write_raises_the_version_by_one_and_is_remembered() {
    assertThat(put(WHATEVER, json("{'a': 1}")).version()).isEqualTo(1);
    assertThat(put(seen(1), NullNode.getInstance()).version()).isEqualTo(2);
    var entry = states.get(tenant, agent, "plan");

    assertThat(entry.value().isNull()).isTrue();
    assertThat(standing(tenant)).isEqualTo(new Agents.Standing(2, entry.value()));
    assertThat(states.history(tenant, agent, "plan", Long.MAX_VALUE, 10))
        .extracting(StateVersion::version, StateVersion::value, StateVersion::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, NullNode.getInstance(), "key_me"),
            org.assertj.core.groups.Tuple.tuple(1L, json("{'a': 1}"), "key_me"));
  }

  @Test
  void a_write_over_another_one_is_refused() {
    put(NOTHING, json("1"));

    assertThatThrownBy(() -> put(NOTHING, json("2"))).isInstanceOf(Changed.class);
    assertThatThrownBy(() -> put(seen(2), json("2"))).isInstanceOf(Changed.class);
    assertThat(states.get(tenant, agent, "plan").value()).isEqualTo(json("1"));
  }

  @Test
  void what_asks_for_an_entry_is_refused_where_there_is_none() {
    assertThatThrownBy(() -> put(SOMETHING, json("1"))).isInstanceOf(Changed.class);
    assertThatThrownBy(
            () -> states.merge(tenant, agent, "plan", SOMETHING, json("{'a': 1}"), "key_me"))
        .isInstanceOf(Changed.class);
    assertThatThrownBy(() -> states.delete(tenant, agent, "plan", SOMETHING, "key_me"))
        .isInstanceOf(Changed.class);
    assertThat(standing(tenant)).isEqualTo(new Agents.Standing(0, null));

    put(NOTHING, json("1"));
    assertThat(put(SOMETHING, json("2")).version()).isEqualTo(2);
    states.delete(tenant, agent, "plan", SOMETHING, "key_me");
    assertThatThrownBy(() -> put(SOMETHING, json("3"))).isInstanceOf(Changed.class);
  }

  @Test
  void a_patch_merges_into_what_is_there() {
    put(WHATEVER, json("{'a': 1, 'b': {'c': 2, 'd': 3}}"));
    var merged = states.merge(tenant, agent, "plan", seen(1), json("{'b': {'c': null}}"), "key_me");

    assertThat(merged.value()).isEqualTo(json("{'a': 1, 'b': {'d': 3}}"));
  }

  @Test
  void a_deleted_entry_goes_on_counting() {
    put(WHATEVER, json("1"));
    states.delete(tenant, agent, "plan", seen(1), "key_me");

    assertThat(standing(tenant)).isEqualTo(new Agents.Standing(2, null));
    assertThat(states.list(tenant, agent, "", 10)).isEmpty();
    assertThatThrownBy(() -> states.delete(tenant, agent, "plan", WHATEVER, "key_me"))
        .isInstanceOf(NotFound.class);
    assertThat(put(NOTHING, json("2")).version()).isEqualTo(3);
  }

  @Test
  void concurrent_first_writes_lose_none() throws Exception {
    List<Callable<Long>> writes =
        IntStream.range(0, 8)
            .mapToObj(i -> (Callable<Long>) () -> put(WHATEVER, json(String.valueOf(i))).version())
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var versions = new java.util.ArrayList<Long>();
      for (var written : threads.invokeAll(writes)) {
        versions.add(written.get());
      }
      assertThat(versions).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }
    assertThat(states.history(tenant, agent, "plan", Long.MAX_VALUE, 100)).hasSize(8);
  }

  @Test
  void entries_are_listed_by_key() {
    for (var key : List.of("b", "a", "c")) {
      states.put(tenant, agent, key, WHATEVER, json("1"), "key_me");
    }

    assertThat(states.list(tenant, agent, "", 2))
        .extracting(Agents.StateEntry::key)
        .containsExactly("a", "b");
    assertThat(states.list(tenant, agent, "b", 2))
        .extracting(Agents.StateEntry::key)
        .containsExactly("c");
  }

  @Test
  void keys_that_can_t_be_stored_are_refused() {
    for (var key : List.of("", "k".repeat(201), "a\0b")) {
      assertThatThrownBy(() -> states.put(tenant, agent, key, WHATEVER, json("1"), "key_me"))
          .isInstanceOf(InvalidRequest.class);
    }
    var longest = "\uD83D\uDE00".repeat(200);
    assertThat(states.put(tenant, agent, longest, WHATEVER, json("1"), "key_me").key())
        .isEqualTo(longest);
  }

  @Test
  @Tag("isolation")
  void another_tenant_finds_no_such_agent() {
    var other = TenantId.next();
    tenants.create(other, "two");
    put(WHATEVER, json("1"));

    assertThatThrownBy(() -> states.get(other, agent, "plan")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> states.put(other, agent, "plan", WHATEVER, json("2"), "key_you"))
        .isInstanceOf(NotFound.class);
    assertThat(standing(other)).isEqualTo(new Agents.Standing(0, null));
  }

  /** As a run's write would find it. */
  private Agents.@Nullable Standing standing(TenantId of) {
    return agents.state(of, agent, List.of("plan")).get("plan");
  }

  private static Precondition seen(long version) {
    return new Precondition.Version(version);
  }

  private Agents.StateEntry put(Precondition expected, JsonNode value) {
    return states.put(tenant, agent, "plan", expected, value, "key_me");
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }
}
