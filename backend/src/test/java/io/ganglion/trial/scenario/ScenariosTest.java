package io.ganglion.trial.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.Json;
import io.ganglion.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ScenariosTest {
  private final Scenarios scenarios = new Scenarios(new Schemas());

  @Test
  void there_are_a_dozen_at_least_from_one_platform_to_six() {
    assertThat(scenarios.all()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(scenarios.all().getFirst().depth()).isEqualTo(1);
    assertThat(scenarios.all().getLast().depth()).isEqualTo(6);
  }

  @Test
  void each_names_parts_that_it_has_and_values_that_it_draws() {
    for (var scenario : scenarios.all()) {
      scenario
          .faults()
          .forEach(
              fault -> assertThat(scenario.parts()).as(scenario.name()).containsKey(fault.part()));
      var text = scenario.goals() + "" + scenario.invariants();
      var values = scenario.drawn(1).values().put("approved", 1);
      var names = java.util.regex.Pattern.compile("\\$([a-z_.]+)").matcher(text);
      while (names.find()) {
        assertThat(values.has(names.group(1))).as("%s %s", scenario.name(), names.group()).isTrue();
      }
      assertThat(scenario.limits().attempts()).isGreaterThan(scenario.par().attempts());
      assertThat(scenario.limits().spendMicros()).isGreaterThan(scenario.par().spendMicros());
    }
  }

  @Test
  void the_same_seed_draws_the_same_world_and_another_draws_another() {
    for (var scenario : scenarios.all()) {
      var accounts = new HashMap<String, String>();
      scenario.parts().keySet().forEach(part -> accounts.put(part, "account of " + part));
      var first = scenario.drawn(7);
      var again = scenario.drawn(7);
      assertThat(again.values()).isEqualTo(first.values());
      assertThat(again.faults(accounts)).isEqualTo(first.faults(accounts));
      assertThat(again.approves()).isEqualTo(first.approves());
      var different = new HashSet<String>();
      for (long seed = 0; seed < 20; seed++) {
        var drawn = scenario.drawn(seed);
        different.add(drawn.values() + "" + drawn.faults(accounts));
      }
      assertThat(different).as(scenario.name()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void a_share_of_the_worlds_is_a_share_of_the_worlds() {
    var scenario = scenarios.get("one-approval");
    int yes = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      yes += scenario.drawn(seed).approves() ? 1 : 0;
    }
    assertThat(yes).isBetween(650, 750);
  }

  @Test
  void goals_count_what_is_left_and_say_what_is_too_many_or_missing() {
    var drawn = scenarios.get("one-post").drawn(3);
    var text = drawn.values().path("text").asText();
    var made = new Happened("x", "post.created", Json.object().put("text", text));
    var other = new Happened("x", "post.created", Json.object().put("text", "noise"));
    var gone = new Happened("x", "post.deleted", Json.object().put("text", text));
    assertThat(verdict(drawn, List.of())).isEqualTo("missing 1");
    assertThat(verdict(drawn, List.of(made, other))).isEqualTo("attained");
    assertThat(verdict(drawn, List.of(made, made, made))).isEqualTo("surplus 2");
    assertThat(verdict(drawn, List.of(made, gone))).isEqualTo("missing 1");
    assertThat(verdict(drawn, List.of(made, gone, made))).isEqualTo("attained");
  }

  private static String verdict(Drawn drawn, List<Happened> all) {
    var verdict = drawn.judge(drawn.scenario().goals(), all).getFirst();
    if (verdict.attained()) {
      return "attained";
    }
    return verdict.surplus() > 0 ? "surplus " + verdict.surplus() : "missing " + verdict.missing();
  }

  @Test
  void both_or_neither_is_kept_by_both_and_by_neither() {
    var drawn = scenarios.get("two-feeds").drawn(3);
    var all = new ArrayList<Happened>();
    assertThat(drawn.judge(drawn.scenario().invariants(), all).getFirst().attained()).isTrue();
    all.add(new Happened("x", "post.created", Json.object()));
    assertThat(drawn.judge(drawn.scenario().invariants(), all).getFirst().attained()).isFalse();
    all.add(new Happened("bluesky", "post.created", Json.object()));
    assertThat(drawn.judge(drawn.scenario().invariants(), all).getFirst().attained()).isTrue();
  }
}
