package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.local.Bootstrap;
import io.ganglion.local.LocalPostgres;
import io.ganglion.local.LocalRedis;
import io.ganglion.local.RolePasswords;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import io.ganglion.testing.Troupe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tenant goes from one cell to another, each with a database, a Redis, a master key and processes
 * of its own, while the program that moves it is killed. Judged by the platforms' own journals: all
 * its runs end in the destination, and no act happened twice.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class MoveFaultTest {
  private static final int POSTS = 8;
  private static final int BUSY = 3;
  private static final int QUEUED = 4;
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final List<String> STEPS =
      List.of(
          "waiting for what is in flight",
          "copying all rows",
          "comparing counts",
          "stopping the tenant",
          "waiting for runs",
          "opening the tenant");
  private static final Path APP = Path.of("target", "quarkus-app");

  private static final String TIMER =
      "- wait: {wait: PT25S}\n- act: {call: http, with: {method: post, endpoint: '${ $workflow.input.url }', body: {a: 1}}}";
  private static final String ASKS =
      "- ask: {call: ganglion.approval, with: {title: 'May I?'}}\n"
          + "- act: {call: http, with: {method: post, endpoint: '${ $workflow.input.url }', body: {a: 1}}}";
  private static final String ACTS =
      "- count: {call: ganglion.state, with: {set: {acts: '${ ($state.acts // 0) + 1 }'}}}\n"
          + "- act: {call: http, with: {method: post, endpoint: '${ $workflow.input.url }', body: {a: 1}}}";
  private static final String POSTING =
      """
      - posts:
          for: {each: n, in: '${ [range(%d)] }'}
          do:
            - post: {call: x.createPost, with: {connection: %s, text: '${ "%s " + ($n | tostring) }'}, output: {as: '${ $workflow.input }'}}
      """;

  @TempDir Path folder;
  private final List<String> runs = new ArrayList<>();
  private int documents;

  @Test
  void a_move_killed_three_times_loses_no_run_and_repeats_no_act() throws Exception {
    move(3);
  }

  @Test
  @Tag("long")
  void a_move_killed_fifteen_times_loses_no_run_and_repeats_no_act() throws Exception {
    move(15);
  }

  private void move(int kills) throws Exception {
    var random = Seed.random("kill -9 of a move × " + kills);
    int front = Stack.freePort();
    int back = Stack.freePort();
    try (var postgres = LocalPostgres.start(folder.resolve("postgres"), 0);
        var redis = LocalRedis.start(folder.resolve("redis"), 0);
        var platform = new LoopbackPlatform()) {
      Bootstrap.run(
          postgres.superuserUrl(),
          new RolePasswords(Stack.PASSWORD, Stack.PASSWORD, Stack.PASSWORD));
      var other =
          Map.of(
              "GANGLION_DB_URL", postgres.jdbcUrl(),
              "GANGLION_REDIS_URL", redis.url(),
              "GANGLION_VAULT_KEYSET", keyset().toString());
      var destination = BackendProcess.start("api,worker,lab", back, back, other);
      var source = BackendProcess.start("api,lab", front, front).ready();
      var worker = BackendProcess.start("worker", Stack.freePort(), front).ready();
      destination.ready();
      var moved = Customer.newTenant(source.url());
      var stays = Customer.newTenant(source.url());
      var secret = inhabit(moved, platform);
      var others = start(stays, "- wait: {wait: PT5S}\n" + ACTS, platform.url("/stays"), "stays");

      worker.kill(); // with runs in its memory, and acts in flight
      for (int i = 0; i < QUEUED; i++) {
        var queued = start(moved, ACTS, platform.url("/queued/" + i), "agent");
        assertThat(moved.get("/runs/" + queued).path("state").asText()).isEqualTo("QUEUED");
        runs.add(queued);
      }
      worker = BackendProcess.start("worker", Stack.freePort(), front);
      var program = settings(moved.tenant(), postgres);
      for (int k = 0; k < kills; k++) {
        killed(program, STEPS.get(k % STEPS.size()), random);
        assertThat(homes(moved.tenant(), postgres)).as("cells that run it").isLessThan(2);
      }
      System.out.println(ended(program));

      assertThatThrownBy(() -> moved.get("/runs")).hasMessageContaining("tenant_moved");
      var there = moved.at(destination.url());
      approve(there);
      Patience.await("the other tenant's run")
          .atMost(LONGEST)
          .until(() -> stays.get("/runs/" + others).path("state").asText().equals("SUCCEEDED"));
      judge(there, platform, secret);
      assertThat(platform.effects("/stays")).isEqualTo(1);
      assertThatThrownBy(() -> stays.at(destination.url()).get("/runs"))
          .hasMessageContaining("401");
      worker.close();
    }
  }

  /** One of each kind of run, and a credential that is sealed. */
  private String inhabit(Customer customer, LoopbackPlatform platform) {
    var troupe = new Troupe(customer);
    for (int i = 0; i < BUSY; i++) {
      troupe.with("x", "x" + i);
    }
    troupe.agent("agent");
    var body = Json.object().put("name", "secret").put("connector", "http");
    body.putObject("credentials").put("password", "hunter2");
    var secret = customer.post("/connections", body).path("id").asText();
    var finished = start(customer, ACTS, platform.url("/finished"), "agent");
    runs.add(finished);
    runs.add(start(customer, TIMER, platform.url("/timer"), "agent"));
    var asks = start(customer, ASKS, platform.url("/approval"), "agent");
    runs.add(asks);
    for (int i = 0; i < BUSY; i++) {
      runs.add(start(customer, POSTING.formatted(POSTS, "x" + i, "busy " + i), "", "agent"));
    }
    Patience.await("a run has ended, one asks, and others are busy")
        .untilAsserted(
            () -> {
              assertThat(run(customer, finished)).contains("SUCCEEDED");
              assertThat(run(customer, asks)).contains("WAITING");
              assertThat(posted(customer)).isNotEmpty();
            });
    return secret;
  }

  /** Its state, and what went wrong. */
  private static String run(Customer customer, String id) {
    var run = customer.get("/runs/" + id);
    return "%s %s".formatted(run.path("state").asText(), run.path("error"));
  }

  private String start(Customer customer, String tasks, String url, String agent) {
    var document =
        "document: {dsl: '1.0.3', namespace: move, name: w%d, version: '1.0.0'}%ndo:%n%s"
            .formatted(documents++, tasks.indent(2));
    var workflow = customer.postYaml("/workflows", document).path("id").asText();
    var body = Json.object().put("workflow", workflow).put("agent", agentOf(customer, agent));
    body.set("input", Json.object().put("url", url));
    return customer.post("/runs", body).path("id").asText();
  }

  private static String agentOf(Customer customer, String name) {
    return customer.all("/agents").stream()
        .filter(agent -> agent.path("name").asText().equals(name))
        .findFirst()
        .map(agent -> agent.path("id").asText())
        .orElseGet(() -> new Troupe(customer).agent(name));
  }

  private static void approve(Customer customer) {
    var approval = customer.all("/approvals?state=PENDING").getFirst().path("id").asText();
    customer.post("/approvals/" + approval + "/approve", Json.object());
  }

  private void judge(Customer customer, LoopbackPlatform platform, String secret) {
    for (var run : runs) {
      Patience.await(run + " ends where the tenant is now")
          .atMost(LONGEST)
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(run(customer, run)).contains("SUCCEEDED"));
    }
    assertThat(customer.all("/runs")).hasSize(runs.size());
    assertThat(platform.effects()).containsEntry("/timer", 1L).containsEntry("/approval", 1L);
    assertThat(platform.effects().values()).containsOnly(1L).hasSize(QUEUED + 4);
    assertThat(posted(customer)).hasSize(BUSY * POSTS).doesNotHaveDuplicates();
    var agent = agentOf(customer, "agent");
    var state = customer.get("/agents/" + agent + "/state/acts");
    assertThat(state.path("value").asInt()).as(state.toString()).isEqualTo(QUEUED + 1);
    customer.post("/connections/" + secret + "/check", Json.object());
  }

  private static List<String> posted(Customer customer) {
    return customer.all("/lab/journal?platform=x&kind=post.created").stream()
        .map(JsonNode::toString)
        .map(text -> text.replaceAll(".*(busy [0-9]+ [0-9]+).*", "$1"))
        .collect(Collectors.toList());
  }

  private Path keyset() {
    return folder.resolve("keyset.json");
  }

  private String settings(String tenant, LocalPostgres postgres) {
    return """
        tenant=%s
        folder=%s
        wait=120
        from.database.url=%s
        from.database.password=%s
        from.vault.keyset=%s
        to.database.url=%s
        to.database.password=%s
        to.vault.keyset=%s
        to.address=https://destination.example
        """
        .formatted(
            tenant,
            folder.resolve("export"),
            Stack.databaseUrl(),
            Stack.PASSWORD,
            Stack.keyset(),
            postgres.jdbcUrl(),
            Stack.PASSWORD,
            keyset());
  }

  /** Strikes within a step, or between it and the next. */
  private void killed(String settings, String step, SplittableRandom random) throws Exception {
    var log = folder.resolve("killed.log");
    var process = program(settings, log);
    Patience.await(step)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> read(log).contains(step) || !process.isAlive());
    Thread.sleep(random.nextLong(0, 120)); // where it strikes is the point
    process.destroyForcibly().waitFor();
    System.out.printf("killed after: %s%n", read(log).strip().replaceAll("(?s).*\n", ""));
  }

  /** In how many of both cells somebody may enter the tenant. */
  private static int homes(String tenant, LocalPostgres other) throws SQLException {
    int homes = 0;
    for (var url : List.of(Stack.databaseUrl(), other.jdbcUrl())) {
      try (var connection = DriverManager.getConnection(url, "ganglion_app", Stack.PASSWORD);
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        var id = TenantId.fromString(tenant).uuid();
        try (var row = statement.executeQuery("SELECT ganglion_enter('%s')".formatted(id))) {
          row.next();
        } catch (SQLException refused) {
          assertThat(refused.getSQLState()).isIn("GM001", "GM002");
          continue;
        }
        try (var row = statement.executeQuery("SELECT count(*) FROM tenant")) {
          row.next();
          homes += row.getInt(1);
        }
      }
    }
    return homes;
  }

  private String ended(String settings) throws Exception {
    var log = folder.resolve("move.log");
    assertThat(program(settings, log).waitFor()).as(() -> read(log)).isZero();
    return read(log);
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Process program(String settings, Path log) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                APP.resolve("app/*")
                    + ":"
                    + APP.resolve("lib/main/*")
                    + ":"
                    + APP.resolve("lib/boot/*"),
                "io.ganglion.move.TenantMove")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try (var in = process.getOutputStream()) {
      in.write(settings.getBytes(StandardCharsets.UTF_8));
    }
    return process;
  }
}
