package io.ganglion.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.move.Standing.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StepTest {
  private static final UUID MOVE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private static Standing source(Stage stage) {
    return new Standing("a", true, Optional.of(new Way(MOVE, stage, "b")));
  }

  private static final Standing LIVES = new Standing("a", true, Optional.empty());
  private static final Standing EMPTY = new Standing("b", false, Optional.empty());

  private static Standing destination(UUID move, Stage stage, String from) {
    return new Standing("b", true, Optional.of(new Way(move, stage, from)));
  }

  @Test
  void a_move_goes_from_stage_to_stage() {
    var copy = destination(MOVE, Stage.ARRIVING, "a");
    assertThat(Step.next(LIVES, EMPTY)).isEqualTo(new Step.Begin());
    assertThat(Step.next(source(Stage.PAUSING), EMPTY)).isEqualTo(new Step.Pause());
    assertThat(Step.next(source(Stage.DRAINING), EMPTY)).isEqualTo(new Step.Drain());
    assertThat(Step.next(source(Stage.SEALED), EMPTY)).isEqualTo(new Step.Copy());
    assertThat(Step.next(source(Stage.SEALED), copy)).isEqualTo(new Step.Switch());
    assertThat(Step.next(source(Stage.LEFT), copy)).isEqualTo(new Step.Open());
    var lives = new Standing("b", true, Optional.empty());
    assertThat(Step.next(source(Stage.LEFT), lives)).isEqualTo(new Step.Clear());
    assertThat(Step.next(source(Stage.GONE), lives)).isEqualTo(new Step.Nothing());
  }

  @Test
  void a_tenant_may_come_back_to_where_it_left() {
    var left = destination(OTHER, Stage.LEFT, "a");
    assertThat(Step.next(LIVES, left)).isEqualTo(new Step.Begin());
    assertThat(Step.next(source(Stage.SEALED), left)).isEqualTo(new Step.Copy());
  }

  @Test
  void a_copy_that_was_given_up_is_replaced() {
    var stale = destination(OTHER, Stage.ARRIVING, "a");
    assertThat(Step.next(LIVES, stale)).isEqualTo(new Step.Begin());
    assertThat(Step.next(source(Stage.SEALED), stale)).isEqualTo(new Step.Copy());
  }

  @Test
  void nothing_is_done_to_a_tenant_that_lives_in_the_destination_or_comes_from_elsewhere() {
    assertThat(Step.next(LIVES, new Standing("b", true, Optional.empty())))
        .isInstanceOf(Step.Refuse.class);
    assertThat(Step.next(LIVES, destination(OTHER, Stage.ARRIVING, "c")))
        .isInstanceOf(Step.Refuse.class);
    assertThat(Step.next(source(Stage.SEALED), new Standing("b", true, Optional.empty())))
        .isInstanceOf(Step.Refuse.class);
  }

  @Test
  void another_destination_than_the_one_it_is_on_its_way_to_is_refused() {
    for (var stage : Stage.values()) {
      assertThat(Step.next(source(stage), new Standing("c", false, Optional.empty())))
          .as(stage.text())
          .isInstanceOf(Step.Refuse.class);
    }
  }

  @Test
  void one_database_is_not_two_cells() {
    assertThat(Step.next(LIVES, LIVES)).isInstanceOf(Step.Refuse.class);
  }

  /**
   * Whatever both cells have: a copy is opened only where the source has let go of that very one.
   */
  @Test
  void a_copy_is_opened_only_after_the_source_has_left() {
    for (var from : all("a", "b")) {
      for (var to : all("b", "a")) {
        if (Step.next(from, to) instanceof Step.Open) {
          assertThat(from.away()).isTrue();
          assertThat(to.copyOf(from.way().orElseThrow())).isTrue();
        }
        if (Step.next(from, to) instanceof Step.Clear) {
          assertThat(from.is(Stage.LEFT)).isTrue();
          assertThat(to.lives()).isTrue();
        }
        if (Step.next(from, to) instanceof Step.Switch) {
          assertThat(from.is(Stage.SEALED)).isTrue();
          assertThat(to.copyOf(from.way().orElseThrow())).isTrue();
        }
      }
    }
  }

  @Test
  void tables_that_differ_are_told_by_their_counts_alone() {
    var run = new Sum(3, "abc");
    assertThat(Comparison.differences(Map.of("run", run), Map.of("run", run))).isEmpty();
    assertThat(Comparison.differences(Map.of("run", run), Map.of("run", new Sum(2, "abd"))))
        .containsExactly("run: 3 rows, and 2");
    assertThat(Comparison.differences(Map.of("run", run), Map.of("run", new Sum(3, "abd"))))
        .containsExactly("run: 3 rows, and others");
    assertThat(Comparison.differences(Map.of(), Map.of("run", run)))
        .containsExactly("run: no such table in the source");
  }

  private static List<Standing> all(String cell, String other) {
    var all = new ArrayList<Standing>();
    all.add(new Standing(cell, false, Optional.empty()));
    all.add(new Standing(cell, true, Optional.empty()));
    for (var stage : Stage.values()) {
      for (var move : List.of(MOVE, OTHER)) {
        for (var at : List.of(other, "c")) {
          all.add(new Standing(cell, true, Optional.of(new Way(move, stage, at))));
        }
      }
    }
    return all;
  }
}
