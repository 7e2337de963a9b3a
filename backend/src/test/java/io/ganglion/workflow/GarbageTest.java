package io.ganglion.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.kernel.CpuTime;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is sent, the answer is a workflow or a problem, and soon. */
@Tag("unit")
class GarbageTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String SOUND =
      Reading.HEAD
          + """
          use: {retries: {r: {delay: PT1S, backoff: {linear: {}}}}}
          do:
            - a: {call: x.createPost, with: {connection: m, text: '${ .a }'}}
            - b: {for: {in: .x}, do: [{c: {switch: [{d: {when: .e == 1, then: end}}]}}]}
            - e: {try: [{f: {wait: PT1S}}], catch: {retry: r, errors: {with: {status: 500}}}}
          """;

  @Property(tries = 300)
  void any_text(@ForAll String text) {
    check(text);
  }

  @Property(tries = 1_000)
  void texts_made_of_what_documents_are_made_of(@ForAll("pieces") String text) {
    check(text);
  }

  @Property(tries = 1_000)
  void sound_documents_with_something_put_in_or_left_out(
      @ForAll("pieces") String piece, @ForAll("places") int at, @ForAll("lengths") int gone) {
    int start = at % SOUND.length();
    int end = Math.min(SOUND.length(), start + gone);
    check(SOUND.substring(0, start) + piece + SOUND.substring(end));
  }

  @Property(tries = 500)
  void sound_heads_with_any_task(@ForAll("pieces") String piece) {
    check(Reading.HEAD + "do:\n  - a: {" + piece + "}\n");
  }

  private static void check(String text) {
    var time = CpuTime.start();
    try {
      assertThat(Reading.parse(text).tasks()).isNotNull();
    } catch (WorkflowProblem problem) {
      assertThat(problem.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(100);
    }
    assertThat(time.elapsed()).isLessThan(SOON);
  }

  @Provide
  Arbitrary<String> pieces() {
    var piece =
        Arbitraries.of(
            "a",
            "do",
            "call",
            "with",
            "set",
            "for",
            "try",
            "catch",
            "then",
            "if",
            "in",
            "wait",
            "switch",
            "fork",
            "raise",
            "use",
            "document",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "'",
            "\"",
            "${",
            " }",
            ".a",
            "|",
            "&x ",
            "*x",
            "!!str ",
            "---\n",
            "PT1S",
            "1",
            "null",
            "true",
            "\\u0000",
            "\ud800",
            "#",
            "%",
            "? ",
            "> ",
            "$x",
            "\t",
            "\0");
    return piece.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 1_000);
  }

  @Provide
  Arbitrary<Integer> lengths() {
    return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(0, 0, 30))
        .as(Integer::sum);
  }
}
