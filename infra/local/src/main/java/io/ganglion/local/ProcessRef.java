package io.ganglion.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process, named so that a stranger with a recycled pid is never taken for it.
 *
 * @param pid the operating system's number
 * @param birth when it began, opaque: on Linux the boot's id and the clock ticks since that boot (a
 *     change of the wall clock does not alter them), elsewhere the start in epoch milliseconds
 */
public record ProcessRef(long pid, String birth) {
  private static final Path PROC = Path.of("/proc");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int STATE =
      0; // fields of /proc/PID/stat, counted behind the command's closing parenthesis
  private static final int START_TICKS = 19;

  /** The process that has this pid now, if one does. */
  public static Optional<ProcessRef> of(long pid) {
    return birthOf(pid).map(birth -> new ProcessRef(pid, birth));
  }

  static ProcessRef self() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /** Whether this very process runs; one that ended but that its parent has not reaped does not. */
  public boolean alive() {
    return birthOf(pid).filter(birth::equals).isPresent();
  }

  /** Sends a signal such as {@code TERM}; does nothing when the process is gone. */
  void signal(String name) {
    if (!alive()) {
      return;
    }
    try { // the shell's own kill: a minimal image has no /bin/kill
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new StackFailure("can't signal process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Signals and waits.
   *
   * @return whether the process is gone within {@code limit}
   */
  boolean end(String signal, Duration limit) {
    signal(signal);
    signal("CONT"); // a stopped process would not hear the first
    return Patience.until(limit, () -> !alive());
  }

  private static Optional<String> birthOf(long pid) {
    if (!Files.exists(BOOT)) {
      return ProcessHandle.of(pid)
          .flatMap(p -> p.info().startInstant())
          .map(i -> Long.toString(i.toEpochMilli()));
    }
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return ended(fields[STATE])
          ? Optional.empty()
          : Optional.of(Files.readString(BOOT).strip() + "+" + fields[START_TICKS]);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) { // the kernel answers ESRCH when the process goes while it is read
      return Optional.empty();
    }
  }

  /**
   * ProcessHandle calls a zombie alive; where process 1 reaps nobody, an orphan would live for
   * ever.
   */
  private static boolean ended(String state) {
    return state.equals("Z") || state.equals("X");
  }
}
