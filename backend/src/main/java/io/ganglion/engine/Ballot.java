package io.ganglion.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Equal answers are counted, each with the weight of its member; the first value that has enough
 * wins. Where enough is more than half of all the weight, the order of the answers does not matter.
 */
final class Ballot implements Reducer {
  /** The result names no more values than this. */
  static final int MAX_TALLY = 100;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final List<BigDecimal> weights;
  private final BigDecimal needed;
  private final boolean strictly;
  private final Map<JsonNode, BigDecimal> votes = new LinkedHashMap<>();
  private BigDecimal open;
  private BigDecimal most = BigDecimal.ZERO;
  private Optional<JsonNode> winner = Optional.empty();

  private Ballot(List<BigDecimal> weights, BigDecimal needed, boolean strictly) {
    this.weights = weights;
    this.needed = needed;
    this.strictly = strictly;
    this.open = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** So much weight is enough. */
  static Ballot quorum(List<BigDecimal> weights, BigDecimal needed) {
    return new Ballot(weights, needed, false);
  }

  /** More than half of all the weight is enough. */
  static Ballot majority(List<BigDecimal> weights) {
    var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Ballot(weights, total.multiply(HALF), true);
  }

  @Override
  public void answered(Answer answer) {
    var weight = weights.get(answer.member());
    open = open.subtract(weight);
    var sum = votes.merge(answer.value(), weight, BigDecimal::add);
    most = most.max(sum);
    if (winner.isEmpty() && enough(sum)) {
      winner = Optional.of(answer.value());
    }
  }

  @Override
  public void failed(int member) {
    open = open.subtract(weights.get(member));
  }

  @Override
  public boolean decided(int missing) {
    return winner.isPresent() || !enough(most.add(open)) || missing == 0;
  }

  private boolean enough(BigDecimal sum) {
    int compared = sum.compareTo(needed);
    return strictly ? compared > 0 : compared >= 0;
  }

  @Override
  public Optional<JsonNode> value() {
    return winner;
  }

  @Override
  public void describe(ObjectNode result) {
    winner.ifPresent(value -> result.put("votes", plain(votes.getOrDefault(value, most))));
    result.put("most", plain(most)).put("needed", plain(needed));
    var tally = result.putArray("tally");
    votes.entrySet().stream()
        .limit(MAX_TALLY)
        .forEach(
            one ->
                tally.addObject().put("votes", plain(one.getValue())).set("value", one.getKey()));
  }

  private static BigDecimal plain(BigDecimal sum) {
    var stripped = sum.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
