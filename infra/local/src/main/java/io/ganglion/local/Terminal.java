package io.ganglion.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a person sees. On a terminal there is one passing line that tells what is being done;
 * elsewhere only lines that stay are written, so that a log is readable. Safe for use by several
 * threads.
 */
final class Terminal {
  private static final long TICK_MS = 200;
  private static final long NANOS = 1_000_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean live;
  private final boolean colours;
  private boolean passing;

  Terminal(PrintStream out, boolean live, boolean colours) {
    this.out = out;
    this.live = live;
    this.colours = colours;
  }

  /**
   * The launcher script says in GANGLION_TTY whether output goes to a terminal. For NO_COLOR see
   * no-color.org.
   */
  static Terminal ofProcess() {
    boolean live =
        "1".equals(System.getenv("GANGLION_TTY")) && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(
        System.out, live, live && System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
  }

  synchronized void line(String text) {
    out.print(passing ? CLEAR : "");
    passing = false;
    out.println(text);
    out.flush();
  }

  /** What is being done now; the next line takes its place. Nothing where there is no terminal. */
  synchronized void passing(String text) {
    if (live) {
      out.print(CLEAR + dim("· " + text));
      out.flush();
      passing = true;
    }
  }

  void title(String text) {
    line("");
    line(paint("1", text));
  }

  void good(String text) {
    line(green("✓") + " " + text);
  }

  void bad(String text) {
    line(red("✗") + " " + text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String green(String text) {
    return paint("32", text);
  }

  String yellow(String text) {
    return paint("33", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * Does something that takes a while and says so.
   *
   * @param doing shown meanwhile with the seconds it took so far, as in "starting PostgreSQL"
   * @param done what to say of the result
   */
  <T> T step(String doing, Supplier<T> work, Function<T, String> done) {
    long start = System.nanoTime();
    var ticker = Thread.ofVirtual().start(() -> tick(doing, start));
    T result;
    try {
      result = work.get();
    } finally {
      end(ticker);
    }
    good(
        done.apply(result)
            + dim(
                String.format(
                    Locale.ROOT, "  %.1f s", (double) (System.nanoTime() - start) / NANOS)));
    return result;
  }

  private void tick(String doing, long start) {
    try {
      while (true) {
        passing(doing + " " + (System.nanoTime() - start) / NANOS + " s");
        Thread.sleep(TICK_MS);
      }
    } catch (InterruptedException e) {
      return; // the work is done
    }
  }

  private static void end(Thread ticker) {
    ticker.interrupt();
    boolean interrupted =
        Thread.interrupted(); // ours, if any, must not keep the ticker alive past its step
    try {
      ticker.join();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
