package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The books balance after each act, whatever is started, cancelled and killed in whatever order,
 * and in the end they say what the platforms' own journals say.
 */
@Tag("faults")
class BooksTest {
  private static BackendProcess front;
  private static BackendProcess worker;
  private static int port;

  /** Something done to the system. */
  sealed interface Act {}

  /** A run is started. */
  record Start(Ledgers.Kind kind) implements Act {}

  /** Somebody cancels a run, ended or not. */
  record Cancel(int which) implements Act {}

  /** The worker dies where it stands, and another one comes. */
  record Kill() implements Act {}

  @BeforeContainer
  static void start() throws Exception {
    int api = Stack.freePort();
    port = Stack.freePort();
    front = BackendProcess.start("api,lab", api, api).ready();
    worker = BackendProcess.start("worker", port, api).ready();
  }

  @AfterContainer
  static void stop() throws Exception {
    worker.close();
    front.close();
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Arbitraries.<Act>frequencyOf(
            Tuple.of(60, Arbitraries.of(Ledgers.Kind.class).map(Start::new)),
            Tuple.of(15, Arbitraries.integers().between(0, 100).map(Cancel::new)),
            Tuple.of(1, Arbitraries.create(Kill::new)))
        .list()
        .ofMinSize(20)
        .ofMaxSize(80);
  }

  @Property(tries = 5)
  void the_books_balance_whatever_happens(@ForAll("acts") List<Act> acts) throws Exception {
    balance(acts);
  }

  @Property(tries = 150)
  @Tag("long")
  void the_books_balance_for_long(@ForAll("acts") List<Act> acts) throws Exception {
    balance(acts);
  }

  private static void balance(List<Act> acts) throws Exception {
    try (var ledgers = new Ledgers(front)) {
      for (var act : acts) {
        switch (act) {
          case Start start -> ledgers.start(start.kind());
          case Cancel cancel -> ledgers.cancel(cancel.which());
          case Kill kill -> {
            worker.kill();
            worker = BackendProcess.start("worker", port, front.port()).ready();
          }
        }
        assertThat(ledgers.states().values().stream().mapToInt(Integer::intValue).sum())
            .as("accepted runs are the sum of their states")
            .isEqualTo(ledgers.accepted());
        assertThat(ledgers.unbalanced())
            .as("acts are in the states that were told of them, and no others are")
            .isEmpty();
        assertThat(ledgers.lost()).as("in memory or in the queue, or it is lost").isZero();
      }
      Patience.await("every run has ended or waits").until(ledgers::settled);
      assertThat(ledgers.intentsByState().values().stream().mapToInt(Integer::intValue).sum())
          .as("intents are the sum of their states")
          .isEqualTo(ledgers.intents());
      assertThat(ledgers.stillHeld()).as("what ended runs hold or leave unsaid").isZero();
      ledgers.compare();
    }
  }
}
