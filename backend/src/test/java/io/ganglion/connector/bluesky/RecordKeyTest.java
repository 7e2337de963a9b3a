package io.ganglion.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.EffectId;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RecordKeyTest {
  @Test
  void a_key_has_the_form_of_a_tid_and_follows_from_the_effect() {
    var effect = EffectId.next();
    assertThat(RecordKey.of(effect))
        .matches("[2-7a-j][2-7a-z]{12}")
        .isEqualTo(RecordKey.of(effect));
  }

  @Test
  void a_key_tells_the_effects_time_in_microseconds() {
    var at = new EffectId(new UUID((1_692_057_600_000L << 16) | 0x7000, 0x8000000000000000L));
    long value = 0;
    for (var c : RecordKey.of(at).toCharArray()) {
      value = (value << 5) | "234567abcdefghijklmnopqrstuvwxyz".indexOf(c);
    }
    assertThat(value).isEqualTo(1_692_057_600_000_000L << 10);
  }

  @Test
  void effects_have_keys_of_their_own_in_the_order_of_their_making() {
    var keys = new HashSet<String>();
    var last = "";
    for (int i = 0; i < 10_000; i++) {
      var key = RecordKey.of(EffectId.next());
      assertThat(key.substring(0, 11)).isGreaterThanOrEqualTo(last);
      last = key.substring(0, 11);
      keys.add(key);
    }
    assertThat(keys).hasSize(10_000);
  }
}
