package io.ganglion.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs: it refuses to run as root.
 *
 * @param prefix goes before the command; it replaces itself by it, so the pid stays
 * @param owner who must own the files
 */
record RunAs(List<String> prefix, UserPrincipal owner) {
  private static final List<String> SERVANTS = List.of("postgres", "nobody");

  /** What lets a servant pass folders that only root may enter, such as /root above a clone. */
  private static final List<String> PASSING =
      List.of(
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override",
          "--securebits=+no_setuid_fixup"); // else access(2), by which PostgreSQL looks, ignores

  // the capability

  /**
   * This user; when that is root, root in a user namespace where it has no rights, or, where the
   * machine allows no namespace, an unprivileged user of the machine. The folder ends up as theirs.
   *
   * @param initdb the program, asked whether it could work there
   * @param home the server's folder; in the last case others may pass, not read, the folder it lies
   *     in
   */
  static RunAs unprivileged(Path initdb, Path home) {
    if (new UnixSystem().getUid() != 0) {
      return new RunAs(List.of(), user(new UnixSystem().getUsername()).orElseThrow());
    }
    var namespace = new RunAs(List.of("unshare", "--user"), user("root").orElseThrow());
    if (namespace.canWork(initdb, home)) {
      return namespace;
    }
    Trees.letPass(home.resolveSibling(""));
    return SERVANTS.stream()
        .flatMap(RunAs::servants)
        .filter(as -> as.canWork(initdb, home))
        .findFirst()
        .orElseThrow(
            () ->
                new StackFailure(
                    """
                    PostgreSQL refuses to run as root; `unshare --user` is denied here, and neither postgres nor \
                    nobody can work in %s by `setpriv` (util-linux). Run ./ganglion as a normal user."""
                        .formatted(home)));
  }

  List<String> command(List<String> command) {
    var line = new ArrayList<>(prefix);
    line.addAll(command);
    return line;
  }

  private boolean canWork(Path initdb, Path home) {
    Trees.give(home, owner);
    var ask = List.of(initdb.toString(), "--show", "-D", home.resolve("data").toString());
    return Programs.works(command(ask));
  }

  private static Stream<RunAs> servants(String name) {
    var owner = user(name);
    var group = group(name);
    if (owner.isEmpty() || group.isEmpty()) {
      return Stream.empty();
    }
    var become = List.of("setpriv", "--reuid=" + name, "--regid=" + group.get(), "--clear-groups");
    var passing = new ArrayList<>(become);
    passing.addAll(PASSING);
    return Stream.of(new RunAs(become, owner.get()), new RunAs(passing, owner.get()));
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
