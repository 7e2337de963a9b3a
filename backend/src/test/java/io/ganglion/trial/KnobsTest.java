package io.ganglion.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.workflow.Texts;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class KnobsTest {
  private static JsonNode workflow(String knobs) {
    return Texts.value(
        """
        document:
          dsl: '1.0.3'
          namespace: mine
          name: vote
          version: '1.0.0'
          metadata: {ganglion: {knobs: %s}}
        do:
          - vote: {call: ganglion.swarm, with: {connection: model, times: 15, concurrency: 5}}
        """
            .formatted(knobs));
  }

  @Test
  void every_way_to_set_them_is_a_variant_with_a_name_of_its_own() {
    var variants =
        Knobs.of(
                workflow(
                    "{/do/0/vote/with/times: [9, 15, 31], /do/0/vote/with/concurrency: [1, 31]}"))
            .variants();
    assertThat(variants).hasSize(6);
    var names = new HashSet<String>();
    for (var variant : variants) {
      names.add(variant.document().at("/document/name").asText());
      assertThat(variant.document().at("/document/namespace").asText()).isEqualTo("laboratory");
      assertThat(variant.document().at("/do/0/vote/with/times"))
          .isEqualTo(variant.settings().path("/do/0/vote/with/times"));
      assertThat(variant.document().at("/document/metadata/ganglion").has("knobs")).isFalse();
    }
    assertThat(names).hasSize(6);
  }

  @Test
  void of_too_many_some_are_taken_from_all_over() {
    var values = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]";
    var variants =
        Knobs.of(
                workflow(
                    "{/do/0/vote/with/times: %s, /do/0/vote/with/concurrency: %s}"
                        .formatted(values, values)))
            .variants();
    assertThat(variants).hasSize(Knobs.MAX_VARIANTS);
    assertThat(variants.stream().map(one -> one.settings().path("/do/0/vote/with/times").asInt()))
        .contains(1, 6, 12);
  }

  @Test
  void a_knob_that_turns_nothing_or_leads_out_of_the_tasks_is_refused() {
    for (var knobs :
        List.of(
            "{/do/0/vote/with/width: [1]}",
            "{/document/name: [other]}",
            "{do: [1]}",
            "{/do/0/vote/with/times: 3}",
            "{/do/0/vote/with/times: []}",
            "{}")) {
      assertThatThrownBy(() -> Knobs.of(workflow(knobs)))
          .as(knobs)
          .isInstanceOf(TrialProblem.class);
    }
  }

  @Test
  void halving_leaves_the_better_half_and_doubles_the_seeds() {
    assertThat(Halving.rounds(1)).isEqualTo(1);
    assertThat(Halving.rounds(2)).isEqualTo(1);
    assertThat(Halving.rounds(4)).isEqualTo(2);
    assertThat(Halving.rounds(5)).isEqualTo(3);
    assertThat(Halving.seeds(1, 3, 40)).isEqualTo(10);
    assertThat(Halving.seeds(2, 3, 40)).isEqualTo(20);
    assertThat(Halving.seeds(3, 3, 40)).isEqualTo(40);
    var means =
        Map.of(
            "a", new BigDecimal("1"),
            "b", new BigDecimal("2"),
            "c", new BigDecimal("2"),
            "d", new BigDecimal("0.5"),
            "e", new BigDecimal("1.5"));
    assertThat(Halving.survivors(List.of("a", "b", "c", "d", "e"), means))
        .containsExactly("b", "c", "e");
  }

  @Test
  void a_workflow_that_names_what_is_outside_is_refused_before_anything_is_opened() {
    var world = Set.of("x", "model");
    for (var task :
        List.of(
            "{call: x.createPost, with: {connection: main, text: hi}}",
            "{call: ganglion.swarm, with: {connections: [model, paid], times: 1}}",
            "{call: ganglion.swarm, with: {connection: model, reducer: {type: best, judge:"
                + " {connection: gpt}}}}",
            "{fork: {branches: [{a: {call: x.createPost, with: {connection: main}}}]}}",
            "{run: {workflow: {namespace: a, name: b, version: 1.0.0}}, metadata: {ganglion:"
                + " {agent: trader}}}")) {
      var text = "{document: {}, do: [{a: %s}]}".formatted(task);
      assertThatThrownBy(() -> Confinement.check(Texts.value(text), world))
          .as(task)
          .isInstanceOf(TrialProblem.class);
    }
    var secrets = "{document: {}, use: {secrets: [bank]}, do: []}";
    assertThatThrownBy(() -> Confinement.check(Texts.value(secrets), world))
        .isInstanceOf(TrialProblem.class);
    var fine =
        """
        {document: {}, do: [{a: {call: x.createPost, with: {connection: x, text: 'connection: main'}}},
          {b: {call: ganglion.swarm, with: {connection: '${ "model" }', arguments: {connection: data}}}}]}
        """;
    Confinement.check(Texts.value(fine), world);
  }
}
