package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ganglion.kernel.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * What reducers promise: stopping early changes nothing, and where order is said not to matter it
 * does not. Each is compared with the plainest reading of its name.
 */
@Tag("unit")
class ReducerTest {
  /** What a member comes to: a value with a score and a weight, or nothing. */
  private record Says(int member, Optional<String> value, int score, int weight) {}

  @Provide
  Arbitrary<List<Says>> members() {
    var one =
        Combinators.combine(
                Arbitraries.of("a", "b", "c").optional(0.85),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 4))
            .as((value, score, weight) -> new Says(0, value, score, weight));
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(
            all -> {
              var numbered = new ArrayList<Says>();
              for (int i = 0; i < all.size(); i++) {
                var says = all.get(i);
                numbered.add(new Says(i, says.value(), says.score(), says.weight()));
              }
              return List.copyOf(numbered);
            });
  }

  private static List<Says> shuffled(List<Says> members, long seed) {
    var order = new ArrayList<>(members);
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static List<BigDecimal> ones(List<Says> members) {
    return Collections.nCopies(members.size(), BigDecimal.ONE);
  }

  private static List<BigDecimal> weights(List<Says> members) {
    return members.stream().map(says -> BigDecimal.valueOf(says.weight())).toList();
  }

  /** How far a swarm got and what it came to. */
  private record Came(Optional<JsonNode> value, int told) {}

  private static Came stopping(Tally tally, List<Says> order, Function<Says, JsonNode> value) {
    int told = 0;
    for (var says : order) {
      if (tally.decided()) {
        break;
      }
      told++;
      tell(tally, says, value);
    }
    return new Came(tally.value(), told);
  }

  private static Optional<JsonNode> toTheEnd(
      Tally tally, List<Says> order, Function<Says, JsonNode> value) {
    order.forEach(says -> tell(tally, says, value));
    return tally.value();
  }

  private static void tell(Tally tally, Says says, Function<Says, JsonNode> value) {
    if (says.value().isPresent()) {
      var score = BigDecimal.valueOf(says.score());
      tally.answered(new Reducer.Answer(says.member(), value.apply(says), score));
    } else {
      tally.failed(says.member());
    }
  }

  private static JsonNode text(Says says) {
    return TextNode.valueOf(says.value().orElseThrow());
  }

  private static JsonNode list(Says says) {
    return Json.mapper().createArrayNode().add(text(says)).add(says.member());
  }

  private static JsonNode object(Says says) {
    return Json.object().put(says.value().orElseThrow(), says.member());
  }

  /** The value whose members' weight is more than half of all, counted when all is over. */
  private static Optional<JsonNode> heaviest(List<Says> members, List<BigDecimal> weights) {
    var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, BigDecimal> sums = new HashMap<>();
    for (var says : members) {
      says.value()
          .ifPresent(value -> sums.merge(value, weights.get(says.member()), BigDecimal::add));
    }
    return sums.entrySet().stream()
        .filter(one -> one.getValue().add(one.getValue()).compareTo(total) > 0)
        .<JsonNode>map(one -> TextNode.valueOf(one.getKey()))
        .findFirst();
  }

  @Property
  void a_majority_is_what_counting_all_votes_gives_in_whatever_order(
      @ForAll("members") List<Says> members, @ForAll long seed) {
    var tally = new Tally(members.size(), members.size(), Ballot.majority(ones(members)));
    assertThat(stopping(tally, shuffled(members, seed), ReducerTest::text).value())
        .isEqualTo(heaviest(members, ones(members)));
  }

  @Property
  void a_weighted_vote_is_what_weighing_all_votes_gives_in_whatever_order(
      @ForAll("members") List<Says> members, @ForAll long seed) {
    var weights = weights(members);
    var tally = new Tally(members.size(), members.size(), Ballot.majority(weights));
    assertThat(stopping(tally, shuffled(members, seed), ReducerTest::text).value())
        .isEqualTo(heaviest(members, weights));
  }

  @Property
  void a_quorum_is_the_value_that_first_had_enough_votes(
      @ForAll("members") List<Says> members,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int asked) {
    int needed = Math.min(asked, members.size());
    var order = shuffled(members, seed);
    Optional<JsonNode> expected = Optional.empty();
    Map<String, Integer> votes = new HashMap<>();
    for (var says : order) {
      if (expected.isEmpty()
          && says.value().isPresent()
          && votes.merge(says.value().get(), 1, Integer::sum) == needed) {
        expected = Optional.of(text(says));
      }
    }
    var quorum = Ballot.quorum(ones(members), BigDecimal.valueOf(needed));
    var tally = new Tally(members.size(), members.size(), quorum);
    assertThat(stopping(tally, order, ReducerTest::text).value()).isEqualTo(expected);
  }

  @Property
  void the_best_has_the_highest_score_and_among_equals_the_lowest_number(
      @ForAll("members") List<Says> members, @ForAll long seed) {
    Optional<JsonNode> expected = Optional.empty();
    int highest = -1;
    for (var says : members) {
      if (says.value().isPresent() && says.score() > highest) {
        highest = says.score();
        expected = Optional.of(list(says));
      }
    }
    var tally = new Tally(members.size(), members.size(), new Best());
    assertThat(stopping(tally, shuffled(members, seed), ReducerTest::list).value())
        .isEqualTo(expected);
  }

  @Property
  void lists_and_objects_are_merged_in_the_members_order(
      @ForAll("members") List<Says> members, @ForAll long seed) {
    var lists = Json.mapper().createArrayNode();
    var objects = Json.object();
    for (var says : members) {
      says.value()
          .ifPresent(
              value -> {
                lists.add(text(says)).add(says.member());
                objects.put(value, says.member());
              });
    }
    var order = shuffled(members, seed);
    var listed = new Tally(members.size(), members.size(), new Merge());
    var united = new Tally(members.size(), members.size(), new Merge());
    boolean any = !lists.isEmpty();
    assertThat(stopping(listed, order, ReducerTest::list).value())
        .isEqualTo(any ? Optional.of(lists) : Optional.empty());
    assertThat(stopping(united, order, ReducerTest::object).value())
        .isEqualTo(any ? Optional.of(objects) : Optional.empty());
  }

  @Property
  void the_first_are_the_first(
      @ForAll("members") List<Says> members,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int asked) {
    int wanted = Math.min(asked, members.size());
    var order = shuffled(members, seed);
    var first =
        order.stream().filter(says -> says.value().isPresent()).limit(wanted).map(Says::member);
    var numbers = Json.mapper().createArrayNode();
    first.forEach(numbers::add);
    var tally = new Tally(members.size(), members.size(), new First(wanted));
    assertThat(stopping(tally, order, says -> IntNode.valueOf(says.member())).value())
        .isEqualTo(numbers.size() == wanted ? Optional.of(numbers) : Optional.empty());
  }

  @Property
  void stopping_early_changes_no_result_whatever_is_tolerated(
      @ForAll("members") List<Says> members,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 5) int tolerated,
      @ForAll @IntRange(min = 0, max = 4) int kind) {
    var order = shuffled(members, seed);
    var one = new Tally(members.size(), tolerated, reducer(kind, members));
    var two = new Tally(members.size(), tolerated, reducer(kind, members));
    var stopped = stopping(one, order, ReducerTest::list);
    assertThat(stopped.value()).isEqualTo(toTheEnd(two, order, ReducerTest::list));
    assertThat(one.decided()).isTrue(); // nobody is waited for in vain
    assertThat(one.counts()).isEqualTo(two.counts());
  }

  private static Reducer reducer(int kind, List<Says> members) {
    return switch (kind) {
      case 0 -> Ballot.majority(weights(members));
      case 1 -> Ballot.quorum(ones(members), BigDecimal.valueOf(Math.min(2, members.size())));
      case 2 -> new Best();
      case 3 -> new Merge();
      default -> new First(Math.min(3, members.size()));
    };
  }

  @Property
  void no_more_members_are_asked_than_the_result_needs(
      @ForAll @IntRange(min = 1, max = 50) int size) {
    var members = new ArrayList<Says>();
    for (int i = 0; i < size; i++) {
      members.add(new Says(i, Optional.of("a"), 0, 1));
    }
    var tally = new Tally(size, size, Ballot.majority(ones(members)));
    assertThat(stopping(tally, members, ReducerTest::text).told()).isEqualTo(size / 2 + 1);
  }
}
