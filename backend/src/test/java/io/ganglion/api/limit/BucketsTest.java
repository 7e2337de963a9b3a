package io.ganglion.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Stack;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Buckets on a real Redis, and on none. */
@Tag("it")
class BucketsTest {
  private static final Quota QUOTA = new Quota("test", 100, Duration.ofHours(1));

  @Test
  void two_processes_share_a_bucket() throws Exception {
    var whose = UUID.randomUUID().toString();
    var one = new Buckets(Stack.redisUrl(), false, config());
    var other = new Buckets(Stack.redisUrl(), false, config());
    int passed = 0;
    for (int i = 0; i < 100; i++) {
      passed += one.take(QUOTA, whose).isConsumed() ? 1 : 0;
      passed += other.take(QUOTA, whose).isConsumed() ? 1 : 0;
    }
    one.close();
    other.close();
    // what a process has not told the others yet: a hundredth of the quota
    assertThat(passed).isBetween(100, 104);
  }

  @Test
  void without_redis_half_of_it_is_left() {
    var alone = new Buckets("redis://127.0.0.1:1", false, config());
    long passed = IntStream.range(0, 100).filter(i -> alone.take(QUOTA, "me").isConsumed()).count();
    alone.close();
    assertThat(passed).isEqualTo(50);
  }

  static LimitConfig config() {
    return new LimitConfig() {
      @Override
      public long caller() {
        return 0;
      }

      @Override
      public long tenant() {
        return 0;
      }

      @Override
      public long address() {
        return 0;
      }

      @Override
      public long refused() {
        return 0;
      }

      @Override
      public long signUps() {
        return 0;
      }

      @Override
      public Duration redisTimeout() {
        return Duration.ofSeconds(2);
      }

      @Override
      public Duration redisRest() {
        return Duration.ofMinutes(1);
      }
    };
  }
}
