package io.ganglion.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The verbs of the launcher script that need the JVM. The script says where the clone and the build
 * are.
 */
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    var terminal = Terminal.ofProcess();
    int code;
    try {
      code = run(List.of(args), terminal);
    } catch (IllegalArgumentException e) {
      terminal.bad(e.getMessage() + "; see ./ganglion help");
      code = USAGE;
    } catch (StackFailure e) {
      terminal.bad(String.valueOf(e.getMessage()));
      code = 1;
    } catch (UncheckedIOException e) {
      terminal.bad(String.valueOf(e.getMessage()));
      code = 1;
    }
    System.exit(code);
  }

  private static int run(List<String> args, Terminal terminal) throws InterruptedException {
    String verb = args.isEmpty() ? "" : args.getFirst();
    var rest = args.subList(Math.min(1, args.size()), args.size());
    return switch (verb) {
      case "up" ->
          new UpVerb(dir(), new Build(path("ganglion.build")), UpOptions.parse(rest), terminal)
              .run();
      case "down" -> new Down(dir(), terminal).run();
      case "status" -> new Status(dir(), terminal).run();
      case "sign-in" -> {
        new SignIn(dir()).run();
        yield 0;
      }
      case "demo" -> demo(rest, terminal);
      case "lab" -> lab(rest, terminal);
      case "backup" -> {
        Restore.backup(dir(), terminal);
        yield 0;
      }
      case "tenant-move" ->
          new MoveVerb(dir(), new Build(path("ganglion.build")), MoveOptions.parse(rest)).run();
      case "restore" -> new Restore(dir(), RestoreOptions.parse(rest), terminal).run();
      default -> throw new IllegalArgumentException("there is no verb " + verb);
    };
  }

  private static int demo(List<String> args, Terminal terminal) {
    boolean withInput = args.size() == 3 && args.get(1).equals("--input");
    if (args.size() != 1 && !withInput) {
      throw new IllegalArgumentException("demo needs a workflow file, and may have --input JSON");
    }
    var input = json(withInput ? args.get(2) : "{}");
    var dir = dir();
    var backend = running(dir);
    var operator = ApiClient.of(backend.url(), Secrets.in(dir.secrets()).operatorToken());
    return new Demo(dir, operator, terminal).file(Path.of(args.getFirst()), input) ? 0 : 1;
  }

  private static int lab(List<String> args, Terminal terminal) throws InterruptedException {
    var options =
        args.isEmpty() || args.equals(List.of("quorum"))
            ? Optional.<LabOptions>empty()
            : Optional.of(LabOptions.parse(args));
    var dir = dir();
    var backend = running(dir);
    var operator = ApiClient.of(backend.url(), Secrets.in(dir.secrets()).operatorToken());
    var api = operator.with(new Demo(dir, operator, terminal).apiKey());
    var lab = new Lab(api, terminal);
    if (options.isPresent()) {
      return lab.trials(options.get()) ? 0 : 1;
    }
    if (args.isEmpty()) {
      lab.scenarios();
    } else {
      new LabQuorum(backend.url(), api, terminal).run();
    }
    return 0;
  }

  private static Backend running(StackDir dir) {
    return Backend.find(dir)
        .filter(Backend::ready)
        .orElseThrow(() -> new StackFailure("no stack runs here; start one by ./ganglion up"));
  }

  private static JsonNode json(String text) {
    try {
      return PrivateFile.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("--input is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static StackDir dir() {
    return StackDir.of(path("ganglion.root"));
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new StackFailure("start this by the script ./ganglion");
    }
    return Path.of(value);
  }
}
