package io.ganglion.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A month of a thousand tenants. A clock goes on from hour to hour; after each one the holds that
 * there were are sealed, as the platform does. What is to be paid by the lines is what comes out if
 * the month is gone through instant by instant.
 */
@Tag("unit")
class SimulatedMonthTest {
  private static final int TENANTS = 1_000;
  private static final int HOURS = 30 * 24;

  @Test
  void a_thousand_tenants_pay_what_a_plain_count_says_to_the_minor_unit() throws Chain.Broken {
    long paid = 0;
    long burst = 0;
    for (int i = 0; i < TENANTS; i++) {
      var tenant = new SimulatedTenant(new Random(i));
      var statement = Statement.of(read(sealed(tenant)), Rowing.MONTH);
      var count = new PlainCount(tenant);
      assertThat(statement.totalMinor()).as("tenant %d", i).isEqualTo(count.totalMinor());
      assertThat(statement.recordedMs()).as("tenant %d", i).isEqualTo(count.recordedMs());
      assertThat(statement.billableMs()).as("tenant %d", i).isEqualTo(count.billableMs());
      assertThat(statement.burstMs()).as("tenant %d", i).isEqualTo(count.burstMs());
      paid += statement.totalMinor();
      burst += statement.burstMs();
    }
    assertThat(paid).as("somebody pays").isPositive();
    assertThat(burst).as("somebody has burst").isPositive();
  }

  private static List<String> sealed(SimulatedTenant tenant) {
    var lines = new ArrayList<String>();
    var last = Line.GENESIS;
    var now = Rowing.START;
    for (int hour = 0; hour < HOURS; hour++) {
      var end = now.plus(Duration.ofHours(1));
      for (var row : tenant.rows(now, end)) {
        var line = Line.after("ten_1", lines.size() + 1L, row, last);
        lines.add(line.toJson().toString());
        last = line.hash();
      }
      now = end;
    }
    return lines;
  }

  private static List<Row> read(List<String> lines) throws Chain.Broken {
    var chain = new Chain();
    var rows = new ArrayList<Row>();
    for (var line : lines) {
      rows.add(chain.next(line));
    }
    return rows;
  }

  /** Whether an instant is in a span, its end left out. */
  static boolean in(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
