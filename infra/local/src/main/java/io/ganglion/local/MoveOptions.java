package io.ganglion.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code tenant-move TENANT --from CELL --to CELL [--wait SECONDS] [--abort]} asks for.
 *
 * @param from a cell: a clone whose stack runs, or a file of settings
 * @param abort whether a move under way is taken back
 */
record MoveOptions(String tenant, Path from, Path to, Optional<Integer> waitS, boolean abort) {

  /**
   * @throws IllegalArgumentException with a message for a person
   */
  static MoveOptions parse(List<String> args) {
    var tenant = "";
    Optional<Path> from = Optional.empty();
    Optional<Path> to = Optional.empty();
    Optional<Integer> wait = Optional.empty();
    boolean abort = false;
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--from" -> from = Optional.of(cell(args, ++i));
        case "--to" -> to = Optional.of(cell(args, ++i));
        case "--wait" -> wait = Optional.of(seconds(args, ++i));
        case "--abort" -> abort = true;
        default -> {
          if (!tenant.isEmpty() || !args.get(i).startsWith("ten_")) {
            throw new IllegalArgumentException("tenant-move does not know " + args.get(i));
          }
          tenant = args.get(i);
        }
      }
    }
    if (tenant.isEmpty() || from.isEmpty() || to.isEmpty()) {
      throw new IllegalArgumentException(
          "tenant-move needs the tenant (ten_…), --from CELL and --to CELL");
    }
    return new MoveOptions(tenant, from.get(), to.get(), wait, abort);
  }

  private static Path cell(List<String> args, int at) {
    if (at >= args.size() || !Path.of(args.get(at)).toFile().exists()) {
      throw new IllegalArgumentException(
          args.get(at - 1)
              + " needs the folder of a clone whose stack runs, or a file of settings");
    }
    return Path.of(args.get(at)).toAbsolutePath().normalize();
  }

  private static int seconds(List<String> args, int at) {
    try {
      int seconds = Integer.parseInt(at < args.size() ? args.get(at) : "");
      if (seconds > 0) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException("--wait needs a number of seconds");
  }
}
