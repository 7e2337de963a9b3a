package io.ganglion.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class TypeIdTest {
  @Test
  void agrees_with_the_specification_s_vectors() {
    assertThat(TypeId.encode("prefix", UUID.fromString("0110c853-1d09-52d8-d73e-1194e95b5f19")))
        .isEqualTo("prefix_0123456789abcdefghjkmnpqrs");
    assertThat(TypeId.encode("prefix", UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")))
        .isEqualTo("prefix_01h455vb4pex5vsknk084sn02q");
    assertThat(TypeId.encode("max", new UUID(-1L, -1L)))
        .isEqualTo("max_7zzzzzzzzzzzzzzzzzzzzzzzzz");
  }

  @net.jqwik.api.Tag("unit")
  @Property
  void what_is_written_is_read_back(@ForAll long high, @ForAll long low) {
    var uuid = new UUID(high, low);
    assertThat(TypeId.decode("run", TypeId.encode("run", uuid))).isEqualTo(uuid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run_",
        "run_01h455vb4pex5vsknk084sn02",
        "run_01h455vb4pex5vsknk084sn02qq",
        "run_81h455vb4pex5vsknk084sn02q",
        "run_01H455VB4PEX5VSKNK084SN02Q",
        "run_01h455vb4pex5vsknk084sn0il",
        "run-01h455vb4pex5vsknk084sn02q",
        "ten_01h455vb4pex5vsknk084sn02q",
        "run_01h455vb4pex5vsknk084sn02é"
      })
  void refuses_what_is_not_one(String text) {
    assertThatThrownBy(() -> RunId.fromString(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void new_identifiers_are_in_order() {
    var made = Stream.generate(RunId::next).limit(10_000).map(RunId::toString).toList();
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }
}
