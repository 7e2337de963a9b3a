package io.ganglion.workflow;

import java.util.Map;
import java.util.Optional;

/** What the DSL knows and Ganglion doesn't run, with what to do instead. */
final class NotOffered {
  private static final Map<String, String> RUNS =
      Map.of(
          "container", "containers are not run in a hosted service",
          "script", "scripts are not run in a hosted service",
          "shell", "shell commands are not run in a hosted service");

  private static final Map<String, String> CALLS =
      Map.of(
          "asyncapi", "AsyncAPI calls are not offered yet",
          "grpc", "gRPC calls are not offered yet");

  private NotOffered() {}

  /** A function of {@code call}. */
  static Optional<String> call(String function) {
    if (CALLS.containsKey(function)) {
      return Optional.of(CALLS.get(function) + "; call http or a connector's action");
    }
    if (function.contains("@")) {
      return Optional.of("functions from catalogs are not offered yet; call http or a connector");
    }
    return function.contains("://")
        ? Optional.of("functions at an address are not offered; call http or a connector")
        : Optional.empty();
  }

  /** A program as the server of {@code call: mcp}. */
  static void stdio(Part transport) {
    if (transport.has("stdio")) {
      wrong(
          transport,
          "stdio",
          "programs are not run in a hosted service; name a server's address in transport.http");
    }
  }

  static void run(Part task) {
    var run = task.get("run").orElse(task);
    for (var what : RUNS.entrySet()) {
      if (run.has(what.getKey())) {
        wrong(run, what.getKey(), what.getValue() + "; call http or a connector's action");
        return;
      }
    }
    run.wrong("a run has one of container, script, shell, workflow, and only workflow is offered");
  }

  /** A property of the document. */
  static void property(Part owner, String name, String instead) {
    if (owner.has(name)) {
      wrong(owner, name, "'%s' is not offered yet; %s".formatted(name, instead));
    }
  }

  private static void wrong(Part owner, String name, String detail) {
    owner.get(name).orElse(owner).wrong(detail);
  }
}
