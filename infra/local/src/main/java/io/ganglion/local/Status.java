package io.ganglion.local;

import java.util.Optional;

/** {@code ./ganglion status}: what of the stack runs, and where. */
final class Status {
  private final StackDir dir;
  private final Terminal terminal;

  Status(StackDir dir, Terminal terminal) {
    this.dir = dir;
    this.terminal = terminal;
  }

  /**
   * @return 0 if the backend serves, else 1
   */
  int run() {
    var backend = Backend.find(dir);
    tell("backend", backend.map(it -> it.ready() ? "ready      " + it.url() : "starting"));
    tell(
        "PostgreSQL",
        LocalPostgres.find(dir.postgres())
            .map(it -> it.answers() ? "ready      127.0.0.1:" + it.port() : "starting"));
    tell(
        "Redis",
        LocalRedis.find(dir.redis())
            .map(it -> it.answers() ? "ready      127.0.0.1:" + it.port() : "starting"));
    tell(
        "mail",
        LocalMail.find(dir.mail()).map(it -> it.answers() ? "ready      " + it.url() : "starting"));
    tell(
        "sign-in",
        new SignIn(dir).progress().map(it -> "%-10s %s".formatted(it.state(), it.detail())));
    return backend.filter(Backend::ready).isPresent() ? 0 : 1;
  }

  private void tell(String part, Optional<String> state) {
    terminal.line("%-11s %s".formatted(part, state.orElse("stopped")).stripTrailing());
  }
}
