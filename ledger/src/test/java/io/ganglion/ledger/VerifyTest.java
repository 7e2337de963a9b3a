package io.ganglion.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class VerifyTest {
  @TempDir Path folder = Path.of("");
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int verify(String text) throws IOException {
    var file = Files.writeString(folder.resolve("ledger.jsonl"), text);
    return Verify.run(new String[] {file.toString()}, out());
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String ledger() {
    return Rowing.sealed(
        new Rowing()
            .plan(Duration.ZERO, "team", 4_900)
            .capacity(Duration.ZERO, 2, true, null)
            .holds("run_1", 4, Duration.ofHours(12), Duration.ofHours(14))
            .rows());
  }

  @Test
  void a_whole_chain_is_told_with_what_is_to_be_paid() throws IOException {
    assertThat(verify(ledger())).isZero();
    assertThat(printed())
        .contains("✓ the chain is whole: 10 rows of ten_1")
        .containsPattern("2026-09 +8.00 +8.00 +4.00 +51.00 EUR");
  }

  @Test
  void what_was_taken_out_moved_or_cut_off_at_the_start_is_told_with_its_line() throws IOException {
    var lines = new ArrayList<>(List.of(ledger().split("\n")));
    lines.remove(4);
    assertThat(verify(String.join("\n", lines))).isEqualTo(1);
    assertThat(printed()).contains("✗ the chain is broken: line 5: its 'seq' is 6");
  }

  @Test
  void bytes_that_are_no_text_are_a_broken_chain() throws IOException {
    var bytes = ledger().getBytes(StandardCharsets.UTF_8);
    bytes[100] |= (byte) 0x80;
    var file = Files.write(folder.resolve("flipped.jsonl"), bytes);
    assertThat(Verify.run(new String[] {file.toString()}, out())).isEqualTo(1);
    assertThat(printed()).contains("line 1: ");
  }

  @Test
  void what_is_no_ledger_is_told() throws IOException {
    assertThat(verify("hello\n")).isEqualTo(1);
    assertThat(printed()).contains("line 1: it is no JSON");
    assertThat(verify("")).isEqualTo(2);
    assertThat(Verify.run(new String[] {folder.resolve("none").toString()}, out())).isEqualTo(2);
    assertThat(Verify.run(new String[] {}, out())).isEqualTo(2);
  }
}
