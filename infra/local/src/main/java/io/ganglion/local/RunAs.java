package io.ganglion.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom PostgreSQL runs: it refuses to run as root.
 *
 * @param prefix goes before the command; it replaces itself by it, so the pid stays
 * @param owner who must own the files
 */
record RunAs(List<String> prefix, UserPrincipal owner) {
  private static final List<String> SERVANTS = List.of("postgres", "nobody");

  /** Runs the program, then sees whether it may write the folder. */
  private static final String PROBE = "\"$1\" --version && test -w \"$2\"";

  List<String> command(List<String> command) {
    var line = new ArrayList<>(prefix);
    line.addAll(command);
    return line;
  }

  /**
   * This user; when that is root, root in a user namespace where it has no rights, or, where the
   * machine allows no namespace, an unprivileged user of the machine. The folder ends up as theirs.
   */
  static RunAs unprivileged(Path program, Path folder) {
    var me = user(new UnixSystem().getUsername());
    if (new UnixSystem().getUid() != 0) {
      return new RunAs(List.of(), me.orElseThrow());
    }
    var root = user("root").orElseThrow();
    var unshared = new RunAs(List.of("unshare", "--user"), root);
    if (Programs.works(unshared.command(List.of("true")))) {
      Trees.give(folder, root);
      return unshared;
    }
    return SERVANTS.stream()
        .flatMap(name -> servant(name).stream())
        .filter(
            as -> {
              Trees.give(folder, as.owner);
              return Programs.works(
                  as.command(
                      List.of("sh", "-c", PROBE, "sh", program.toString(), folder.toString())));
            })
        .findFirst()
        .orElseThrow(
            () ->
                new StackFailure(
                    """
                    PostgreSQL refuses to run as root; `unshare --user` is denied here, and neither postgres nor \
                    nobody can be used by `setpriv` (util-linux) to reach %s. Run ./ganglion as a normal user."""
                        .formatted(folder)));
  }

  private static Optional<RunAs> servant(String name) {
    return user(name)
        .flatMap(
            owner ->
                group(name)
                    .map(
                        group ->
                            new RunAs(
                                List.of(
                                    "setpriv",
                                    "--reuid=" + name,
                                    "--regid=" + group,
                                    "--clear-groups",
                                    // the clone may lie under a folder only root can enter, such as
                                    // /root
                                    "--inh-caps=+dac_override",
                                    "--ambient-caps=+dac_override"),
                                owner)));
  }

  private static Optional<UserPrincipal> user(String name) {
    try {
      return Optional.of(
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (IOException e) {
      return Optional.empty(); // no such user on this machine
    }
  }

  /** The number of the user's own group; its name differs between systems. */
  private static Optional<String> group(String user) {
    try {
      var process = new ProcessBuilder("id", "-g", user).redirectErrorStream(true).start();
      try (var out = process.inputReader()) {
        String first = out.readLine();
        return process.waitFor() == 0 ? Optional.ofNullable(first) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
