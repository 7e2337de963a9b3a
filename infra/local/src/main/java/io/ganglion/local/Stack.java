package io.ganglion.local;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The three servers of a running stack. */
record Stack(LocalPostgres postgres, LocalRedis redis, Backend backend) {

  /** The stack of this clone, if all of it runs; it may not answer. */
  static Optional<Stack> find(StackDir dir) {
    return LocalPostgres.find(dir.postgres())
        .flatMap(
            postgres ->
                LocalRedis.find(dir.redis())
                    .flatMap(
                        redis ->
                            Backend.find(dir).map(backend -> new Stack(postgres, redis, backend))));
  }

  /** Stops whatever of this clone's stack runs, those first that need the others. */
  static void stopAll(StackDir dir, Terminal terminal) {
    var signIn = new SignIn(dir);
    if (signIn.runs()) {
      terminal.step("stopping Keycloak", done(signIn::stop), none -> "Keycloak stopped");
    } else {
      signIn.stop(); // its last word
    }
    Backend.find(dir)
        .ifPresent(
            backend ->
                terminal.step(
                    "stopping the backend", done(backend::stop), none -> "backend stopped"));
    LocalMail.find(dir.mail())
        .ifPresent(
            mail ->
                terminal.step(
                    "stopping the mail catcher", done(mail::stop), none -> "mail catcher stopped"));
    LocalRedis.find(dir.redis())
        .ifPresent(
            redis -> terminal.step("stopping Redis", done(redis::stop), none -> "Redis stopped"));
    LocalPostgres.find(dir.postgres())
        .ifPresent(
            postgres ->
                terminal.step(
                    "stopping PostgreSQL", done(postgres::stop), none -> "PostgreSQL stopped"));
    StackFile.delete(dir);
  }

  private static Supplier<String> done(Runnable action) {
    return () -> {
      action.run();
      return "";
    };
  }

  /** The name of a server that is gone. */
  Optional<String> dead() {
    if (!backend.process().alive()) {
      return Optional.of("the backend");
    }
    if (!postgres.process().alive()) {
      return Optional.of("PostgreSQL");
    }
    return redis.process().alive() ? Optional.empty() : Optional.of("Redis");
  }

  Map<String, Integer> ports() {
    return new TreeMap<>(
        Map.of("backend", backend.port(), "postgres", postgres.port(), "redis", redis.port()));
  }

  Map<String, Long> pids() {
    return new TreeMap<>(
        Map.of(
            "backend", backend.process().pid(), "postgres", postgres.pid(), "redis", redis.pid()));
  }
}
