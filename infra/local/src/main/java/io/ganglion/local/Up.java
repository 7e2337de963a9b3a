package io.ganglion.local;

import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./ganglion up}: everything from an empty folder to the demo campaign's receipt, then
 * watch.
 */
final class Up {
  private static final long WATCH_MS = 500;

  private final StackDir dir;
  private final UpOptions options;
  private final Terminal terminal;
  private final StackStart start;

  Up(StackDir dir, Build build, UpOptions options, Terminal terminal) {
    this.dir = dir;
    this.options = options;
    this.terminal = terminal;
    this.start = new StackStart(dir, build, terminal);
  }

  /**
   * Returns once the stack is up and detached; otherwise it watches until this thread is
   * interrupted.
   *
   * @throws StackFailure when something did not come up, or a server died later; the caller stops
   *     the rest
   */
  void run() {
    if (options.fresh()) {
      Stack.stopAll(dir, terminal);
      dir.wipe();
      terminal.good("data of earlier starts deleted");
    }
    var stack = start.run(options.port(), options.signIn());
    var operator = ApiClient.of(stack.backend().url(), Secrets.in(dir.secrets()).operatorToken());
    var demo = new Demo(dir, operator, terminal);
    describe(stack, null);
    String key = demo.apiKey();
    describe(stack, key);
    if (options.demo() && !demo.campaign()) {
      throw new StackFailure(
          "the demo campaign did not succeed; `./ganglion up --no-demo` starts without it");
    }
    terminal.title("Ganglion is up");
    terminal.line("URL  " + stack.backend().url());
    terminal.line("key  " + key);
    if (options.signIn()) {
      signIn(stack, demo);
    }
    if (options.detach()) {
      terminal.line("`./ganglion down` stops it");
      return;
    }
    terminal.line("Ctrl-C stops it");
    watch(stack);
  }

  /** Last, so that nobody waits for it. */
  private void signIn(Stack stack, Demo demo) {
    var secrets = Secrets.in(dir.secrets());
    var mail = LocalMail.find(dir.mail()).orElseThrow();
    demo.invite(SignInPlan.DEMO_USER);
    new SignIn(dir).begin(start.build(), People.in(dir, mail).plan(stack.backend().port()));
    terminal.line("user %s  password %s".formatted(SignInPlan.DEMO_USER, secrets.signIn().demo()));
    terminal.line("mail " + mail.url());
    terminal.line(
        KeycloakProgram.of(dir.root()).prepared()
            ? "Sign-in is ready in about half a minute; `./ganglion status` tells"
            : "Sign-in is being prepared, once: some minutes; `./ganglion status` tells");
  }

  private void describe(Stack stack, @Nullable String key) {
    var pids = new TreeMap<>(stack.pids());
    if (!options.detach()) {
      pids.put("launcher", ProcessHandle.current().pid());
    }
    new StackFile(stack.backend().url(), key, stack.ports(), pids, options.detach()).write(dir);
  }

  private void watch(Stack stack) {
    while (true) {
      Optional<String> dead = stack.dead();
      if (dead.isPresent()) {
        throw new StackFailure(
            "%s ended by itself; see %s. Stopping the rest"
                .formatted(dead.get(), dir.backendLog().path()));
      }
      Patience.pause(WATCH_MS);
    }
  }
}
