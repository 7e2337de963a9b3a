package io.ganglion.local;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Brings the three servers up. What still runs from before is used where it fits, else it is
 * replaced.
 */
final class StackStart {
  private final StackDir dir;
  private final Build build;
  private final Terminal terminal;

  StackStart(StackDir dir, Build build, Terminal terminal) {
    this.dir = dir;
    this.build = build;
    this.terminal = terminal;
  }

  /**
   * @param port the backend's; empty for the usual one, or a free one where that is taken
   * @param signIn whether people are to sign in; Keycloak itself is not started here
   */
  Stack run(OptionalInt port, boolean signIn) {
    var before = Stack.find(dir);
    var secrets = Secrets.in(dir.secrets());
    var postgres = postgres();
    var redis = redis();
    terminal.step(
        "preparing the database",
        () -> {
          Bootstrap.run(postgres.superuserUrl(), secrets.roles());
          return Bootstrap.DATABASE;
        },
        name -> "database " + name);
    var people = signIn ? Optional.of(People.in(dir, mail())) : Optional.<People>empty();
    // where 7603 is taken the port is a random one: whoever asks next must get what the backend is
    // told
    people.ifPresent(it -> SignInPlan.file(dir).writeJson(it.plan(port.orElse(0))));
    var start = new BackendStart(dir, build, postgres, redis, secrets, people);
    var backend =
        before
            .filter(b -> b.postgres().process().equals(postgres.process()))
            .filter(b -> b.redis().process().equals(redis.process()))
            .map(Stack::backend)
            .filter(
                b ->
                    b.build().equals(start.settings())
                        && (port.isEmpty() || port.getAsInt() == b.port()))
            .filter(Backend::ready)
            .orElseGet(() -> backend(start, port));
    return new Stack(postgres, redis, backend);
  }

  Build build() {
    return build;
  }

  private LocalMail mail() {
    return terminal.step(
        "starting the mail catcher",
        () ->
            LocalMail.start(
                dir.mail(),
                build.mailJar(),
                Ports.usualOrFree(Ports.SMTP),
                Ports.usualOrFree(Ports.MAILS)),
        server -> "mails are caught; read them on " + server.url());
  }

  private LocalPostgres postgres() {
    var before = LocalPostgres.find(dir.postgres()).map(LocalPostgres::process);
    return terminal.step(
        "starting PostgreSQL",
        () -> LocalPostgres.start(dir.postgres(), Ports.usualOrFree(Ports.POSTGRES)),
        server ->
            "PostgreSQL on 127.0.0.1:%d%s"
                .formatted(server.port(), adopted(before, server.process())));
  }

  private LocalRedis redis() {
    var before = LocalRedis.find(dir.redis()).map(LocalRedis::process);
    return terminal.step(
        "starting Redis",
        () -> LocalRedis.start(dir.redis(), Ports.usualOrFree(Ports.REDIS)),
        server ->
            "Redis on 127.0.0.1:%d%s".formatted(server.port(), adopted(before, server.process())));
  }

  private static String adopted(Optional<ProcessRef> before, ProcessRef now) {
    return before.filter(now::equals).isPresent() ? ", still running from before" : "";
  }

  private Backend backend(BackendStart start, OptionalInt port) {
    Backend.find(dir).ifPresent(Backend::stop);
    if (port.isPresent() && !Ports.isFree(port.getAsInt())) {
      throw new StackFailure(
          "port %d is taken by another program; name another one, or leave --port out for a free one"
              .formatted(port.getAsInt()));
    }
    int chosen = port.orElseGet(() -> Ports.usualOrFree(Ports.BACKEND));
    if (port.isEmpty() && chosen != Ports.BACKEND) {
      terminal.line(
          "port %d is taken by another program; using %d".formatted(Ports.BACKEND, chosen));
    }
    return terminal.step(
        "starting the backend", () -> start.run(chosen), backend -> "backend on " + backend.url());
  }
}
