package io.ganglion.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ganglion.effect.CrashPoints.Boundary;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.RunId;
import io.ganglion.kernel.TenantId;
import io.ganglion.run.Acknowledgements;
import io.ganglion.run.RunProblem;
import io.ganglion.run.RunState;
import io.ganglion.run.Runs;
import io.ganglion.testing.Customer;
import io.ganglion.testing.LoopbackPlatform;
import io.ganglion.testing.Patience;
import io.ganglion.testing.PatientPlatform;
import io.ganglion.testing.Troupe;
import io.ganglion.workflow.WorkflowProblem;
import io.ganglion.workflow.Workflows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compensation that an author wrote, for what no connector can undo. */
@QuarkusTest
@Tag("it")
class CompensationTest {
  @Inject Drills drills;
  @Inject Runs runs;
  @Inject Workflows workflows;
  @Inject Acknowledgements acknowledgements;
  @Inject CrashPointTest.Trap trap;

  @TestHTTPResource("/")
  String url = "";

  private TenantId tenant;
  private LoopbackPlatform platform;

  @BeforeEach
  void open() throws IOException {
    tenant = drills.tenant();
    platform = new LoopbackPlatform();
    platform.answers(entry -> "{\"id\": \"of%s\"}".formatted(entry.path().replace("/", "-")));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  /** A call that lands, and is taken back by one that is told what it gave. */
  private String act(String name) {
    return """
    - %1$s:
        call: http
        with: {method: post, endpoint: '%2$s', body: {a: 1}}
        metadata:
          ganglion:
            compensate: {call: http, with: {method: put, endpoint: '${ "%3$s" + .id }', body: {a: 1}}}
    """
        .formatted(name, platform.url("/" + name), platform.url("/undo-"));
  }

  private static final String FAIL =
      "- fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}\n";

  private List<String> paths() {
    return platform.journal().stream().map(LoopbackPlatform.Entry::path).toList();
  }

  private List<String> steps(RunId run) {
    return runs.steps(tenant, run, 100, -1, "").data().stream()
        .map(step -> step.position() + " " + step.state())
        .toList();
  }

  private RunId run(String document) {
    var stored = workflows.create(tenant, document);
    return runs.start(tenant, RunId.next(), stored.workflow().id(), null, Json.object()).id();
  }

  @Test
  void what_was_done_is_taken_back_in_reverse_order_by_tasks_and_functions_and_for_sub_runs() {
    workflows.create(
        tenant,
        """
        document: {dsl: '1.0.3', namespace: drills, name: child, version: '1.0.0'}
        do:
          - inner: {call: http, with: {method: post, endpoint: '%s', body: {}}}
        """
            .formatted(platform.url("/child")));
    var run =
        run(
            """
            document: {dsl: '1.0.3', namespace: drills, name: parent, version: '1.0.0'}
            use:
              functions:
                takeBack: {call: http, with: {method: put, endpoint: '${ "%1$s" + .id }', body: {item: '${ .item }'}}}
            do:
              - first:
                  call: http
                  with: {method: post, endpoint: '%2$s', body: {}}
                  metadata: {ganglion: {compensate: takeBack}}
              - second:
                  run: {workflow: {namespace: drills, name: child, version: '1.0.0'}}
                  metadata: {ganglion: {compensate: {call: takeBack, with: {id: '${ .id }'}}}}
              - third:
                  for: {each: item, in: '${ [1, 2] }'}
                  do:
                    - each:
                        call: http
                        with: {method: post, endpoint: '${ "%3$s" + ($item | tostring) }', body: {}}
                        metadata: {ganglion: {compensate: {call: takeBack, with: {id: '${ .id }', item: '${ $item }'}}}}
              - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}
            """
                .formatted(platform.url("/undo-"), platform.url("/first"), platform.url("/each-")));
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s", ended).isEqualTo(RunState.COMPENSATED);
    assertThat(paths())
        .containsExactly(
            "/first",
            "/child",
            "/each-1",
            "/each-2",
            "/undo-of-each-2",
            "/undo-of-each-1",
            "/undo-of-child",
            "/undo-of-first");
    assertThat(platform.journal().get(4).body()).contains("2");
    assertThat(steps(run)).contains("/do/0/first#compensate/first COMPLETED");
  }

  @Test
  void a_crash_at_any_boundary_of_a_compensation_leaves_nothing_done_and_undoes_nothing_twice() {
    var dying = new ArrayList<Map.Entry<Boundary, RunId>>();
    for (var boundary : Boundary.values()) {
      var name = boundary.name().toLowerCase(java.util.Locale.ROOT);
      var run =
          drills.start(
              tenant, act(name + "-1") + act(name + "-2") + "- rest: {wait: PT2S}\n" + FAIL);
      drills.await(tenant, run, RunState.WAITING);
      trap.arm(run, boundary);
      dying.add(Map.entry(boundary, run));
    }
    for (var one : dying) {
      var ended = drills.ended(tenant, one.getValue());
      assertThat(trap.died(one.getValue())).as("%s", one.getKey()).isTrue();
      assertThat(ended.state()).as("%s: %s", one.getKey(), ended).isEqualTo(RunState.COMPENSATED);
      var name = one.getKey().name().toLowerCase(java.util.Locale.ROOT);
      var of = paths().stream().filter(path -> path.contains(name + "-")).distinct().toList();
      assertThat(of)
          .containsExactly(
              "/" + name + "-1",
              "/" + name + "-2",
              "/undo-of-" + name + "-2",
              "/undo-of-" + name + "-1");
      assertThat(platform.effects("/" + name + "-1")).isEqualTo(1);
      assertThat(platform.effects("/undo-of-" + name + "-1")).isEqualTo(1);
    }
  }

  @Test
  void a_run_that_is_cancelled_takes_back_what_it_did() {
    var run = drills.start(tenant, act("cancelled") + "- rest: {wait: PT10M}\n");
    drills.await(tenant, run, RunState.WAITING);
    runs.cancel(tenant, run);
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.COMPENSATED);
    assertThat(paths()).containsExactly("/cancelled", "/undo-of-cancelled");
  }

  @Test
  void a_timeout_of_a_task_or_of_the_workflow_takes_back_what_was_done() {
    var task =
        drills.start(
            tenant,
            "- around:\n    timeout: {after: PT2S}\n    do:\n"
                + (act("timed") + "- rest: {wait: PT10M}\n").indent(6));
    assertThat(drills.ended(tenant, task).state()).isEqualTo(RunState.COMPENSATED);
    assertThat(paths()).containsExactly("/timed", "/undo-of-timed");
    var whole =
        run(
            """
            document: {dsl: '1.0.3', namespace: drills, name: timed, version: '1.0.0'}
            timeout: {after: PT2S}
            do:
            """
                + (act("whole") + "- rest: {wait: PT10M}\n").indent(2));
    var ended = drills.ended(tenant, whole);
    assertThat(ended.state()).isEqualTo(RunState.COMPENSATED);
    assertThat(Objects.requireNonNull(ended.error()).path("status").asInt()).isEqualTo(408);
    assertThat(paths()).endsWith("/whole", "/undo-of-whole");
  }

  @Test
  void one_that_fails_needs_a_person_and_the_others_are_done() {
    platform.fault("/undo-of-second", LoopbackPlatform.Fault.MISSING);
    var run = drills.start(tenant, act("first") + act("second") + FAIL);
    var waiting = drills.await(tenant, run, RunState.NEEDS_ATTENTION).waitingFor();
    assertThat(paths()).endsWith("/undo-of-first");
    assertThat(steps(run))
        .contains(
            "/do/0/first#compensate/first COMPLETED", "/do/1/second#compensate/second FAULTED");
    var subject = Objects.requireNonNull(waiting).path("subject").asText();
    assertThat(subject).startsWith("eff_");
    assertThat(waiting.path("detail").asText())
        .startsWith("what takes 'second' back failed")
        .contains("404");
    assertThatThrownBy(() -> acknowledgements.give(tenant, run, "eff_other", "key_1", null))
        .isInstanceOf(RunProblem.class);
    acknowledgements.give(tenant, run, subject, "key_1", "cancelled by phone");
    assertThat(drills.ended(tenant, run).state()).isEqualTo(RunState.FAILED);
    acknowledgements.give(tenant, run, subject, "key_1", null); // again changes nothing
    assertThat(platform.effects("/undo-of-first")).isEqualTo(1);
  }

  @Test
  void what_can_t_be_taken_back_is_named_one_by_one_until_all_of_it_is_acknowledged() {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    platform.fault("/undo-of-first", LoopbackPlatform.Fault.MISSING);
    platform.fault("/undo-of-third", LoopbackPlatform.Fault.MISSING);
    var document =
        "document: {dsl: '1.0.3', namespace: drills, name: stays, version: '1.0.0'}\ndo:\n"
            + act("first")
            + act("second")
            + act("third")
            + FAIL;
    var body = Json.object();
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    var run = customer.post("/runs", body).path("id").asText();
    var seen = new java.util.TreeSet<String>();
    for (int stuck = 1; stuck <= 2; stuck++) {
      var waiting =
          Patience.await("another one is named")
              .until(
                  () -> customer.get("/runs/" + run).path("waiting_for"),
                  it -> it.has("subject") && !seen.contains(it.path("subject").asText()));
      var subject = waiting.path("subject").asText();
      seen.add(subject);
      customer.post("/runs/" + run + "/acknowledge", Json.object().put("subject", subject));
    }
    var ended =
        Patience.await(run)
            .until(
                () -> customer.get("/runs/" + run),
                it -> it.path("state").asText().equals("FAILED"));
    assertThat(ended.path("coherent").asBoolean()).isFalse();
    assertThat(platform.effects("/undo-of-second")).isEqualTo(1);
    assertThat(customer.all("/audit"))
        .filteredOn(entry -> entry.path("action").asText().equals("run.acknowledged"))
        .hasSize(2);
  }

  @Test
  void what_can_take_nothing_back_is_refused_with_the_workflow() {
    var wrong =
        Map.of(
            "nothing to take back",
            "{set: {a: 1}, metadata: {ganglion: {compensate: {set: {b: 1}}}}}",
            "is none",
            "{call: http, with: {method: post, endpoint: 'http://localhost/'}, metadata: {ganglion:"
                + " {compensate: unknown}}}",
            "can't start runs",
            "{call: http, with: {method: post, endpoint: 'http://localhost/'}, metadata: {ganglion:"
                + " {compensate: {run: {workflow: {namespace: a, name: b, version: '1.0.0'}}}}}}");
    wrong.forEach(
        (why, task) ->
            assertThatThrownBy(() -> drills.start(tenant, "- it: %s".formatted(task)))
                .isInstanceOf(WorkflowProblem.class)
                .satisfies(
                    e ->
                        assertThat(
                                Json.write(
                                    Json.mapper().valueToTree(((WorkflowProblem) e).errors())))
                            .contains(why)));
  }

  @Test
  void what_landed_though_its_worker_died_and_its_time_passed_meanwhile_is_taken_back_too() {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = new Troupe(customer).with("x", "x").agent("late");
    var document =
        """
        document: {dsl: '1.0.3', namespace: drills, name: late, version: '1.0.0'}
        do:
          - begin: {wait: PT1.5S}
          - around:
              timeout: {after: PT0.8S}
              do:
                - post:
                    call: x.createPost
                    with: {connection: x, text: late}
                    metadata: {ganglion: {compensate: auto}}
        """;
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    var run = customer.post("/runs", body).path("id").asText();
    trap.arm(RunId.fromString(run), Boundary.BEFORE_OUTCOME); // it waits first
    var ended =
        Patience.await(run)
            .until(
                () -> customer.get("/runs/" + run),
                it -> Set.of("FAILED", "COMPENSATED").contains(it.path("state").asText()));
    assertThat(trap.died(RunId.fromString(run))).isTrue();
    assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("COMPENSATED");
    assertThat(customer.all("/lab/journal?platform=x"))
        .extracting(entry -> entry.path("kind").asText())
        .containsExactly("post.created", "post.deleted");
  }

  @Test
  void a_compensation_that_asks_people_is_still_asked_when_the_run_is_walked_again() {
    var run =
        drills.start(
            tenant,
            """
            - act:
                call: http
                with: {method: post, endpoint: '%s', body: {a: 1}}
                metadata:
                  ganglion:
                    compensate:
                      do:
                        - ask: {call: ganglion.approval, with: {title: really, timeout: PT3S, onTimeout: approve}}
                        - put: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
            """
                    .formatted(platform.url("/act"), platform.url("/undo-asked"))
                + FAIL);
    var ended = drills.ended(tenant, run);
    assertThat(ended.state()).as("%s %s", ended, steps(run)).isEqualTo(RunState.COMPENSATED);
    assertThat(paths()).containsExactly("/act", "/undo-asked");
  }

  @Test
  void a_run_that_succeeds_though_it_was_stopped_with_its_parent_is_taken_back()
      throws IOException {
    try (var patient = new PatientPlatform()) {
      workflows.create(
          tenant,
          """
          document: {dsl: '1.0.3', namespace: drills, name: late-child, version: '1.0.0'}
          do:
            - inner: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
          """
              .formatted(patient.url()));
      var run =
          drills.start(
              tenant,
              """
              - around:
                  timeout: {after: PT2S}
                  do:
                    - sub:
                        run: {workflow: {namespace: drills, name: late-child, version: '1.0.0'}}
                        metadata:
                          ganglion:
                            compensate: {call: http, with: {method: put, endpoint: '%s', body: {a: 1}}}
              """
                  .formatted(platform.url("/undo-child")));
      Patience.await("the parent waits for what it stopped")
          .until(
              () -> drills.get(tenant, run),
              it -> String.valueOf(it.waitingFor()).contains("runs that it stopped"));
      assertThat(paths()).isEmpty();
      patient.answer();
      var ended = drills.ended(tenant, run);
      assertThat(ended.state()).as("%s %s", ended, steps(run)).isEqualTo(RunState.COMPENSATED);
      assertThat(paths()).containsExactly("/undo-child");
    }
  }

  @Test
  void what_landed_late_is_taken_back_though_the_run_went_on_past_where_a_checkpoint_would_be() {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = new Troupe(customer).with("x", "x").agent("late");
    var document =
        """
        document: {dsl: '1.0.3', namespace: drills, name: late, version: '1.0.0'}
        do:
          - begin: {wait: PT1.5S}
          - around:
              try:
                - post:
                    timeout: {after: PT0.8S}
                    call: x.createPost
                    with: {connection: x, text: late}
                    metadata: {ganglion: {compensate: auto}}
              catch: {do: [caught: {set: {caught: true}}]}
          - loop:
              for: {each: item, in: '${ [range(1100)] }'}
              do:
                - add: {call: ganglion.record, with: {value: 1}}
          - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}
        """;
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    var run = customer.post("/runs", body).path("id").asText();
    trap.arm(RunId.fromString(run), Boundary.BEFORE_OUTCOME); // it waits first
    var ended =
        Patience.await(run)
            .until(
                () -> customer.get("/runs/" + run),
                it -> Set.of("FAILED", "COMPENSATED").contains(it.path("state").asText()));
    assertThat(trap.died(RunId.fromString(run))).isTrue();
    assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("COMPENSATED");
    assertThat(customer.all("/lab/journal?platform=x"))
        .extracting(entry -> entry.path("kind").asText())
        .containsExactly("post.created", "post.deleted");
  }

  @Test
  void a_compensation_holds_all_that_it_takes_back_from_its_start_to_its_end() {
    var customer = Customer.newTenant(url.replaceAll("/$", ""));
    var agent = new Troupe(customer).with("x", "x").with("x", "other").agent("holder");
    var document =
        """
        document: {dsl: '1.0.3', namespace: drills, name: holder, version: '1.0.0'}
        do:
          - post:
              call: x.createPost
              with: {connection: x, text: first}
              metadata: {ganglion: {compensate: auto}}
          - tell:
              call: x.createPost
              with: {connection: other, text: second}
              metadata: {ganglion: {compensate: auto}}
          - rest: {wait: PT1.5S}
          - fail: {raise: {error: {type: 'https://example.com/no', status: 500}}}
        """;
    var body = Json.object().put("agent", agent);
    body.put("workflow", customer.postYaml("/workflows", document).path("id").asText());
    var run = customer.post("/runs", body).path("id").asText();
    Patience.await(run)
        .until(() -> customer.get("/runs/" + run).path("state").asText(), "COMPENSATED"::equals);
    var holds = customer.get("/runs/" + run + "/receipt").path("holds");
    assertThat(holds).as("before the rest and after it").hasSize(4);
    var last =
        StreamSupport.stream(holds.spliterator(), false)
            .sorted(Comparator.comparing(hold -> hold.path("opened_at").asText()))
            .skip(2)
            .toList();
    assertThat(last).extracting(hold -> hold.path("system").asText()).doesNotHaveDuplicates();
    for (var end : List.of("opened_at", "closed_at")) {
      assertThat(last)
          .extracting(hold -> hold.path(end).asText())
          .as("%s of %s", end, holds)
          .doesNotContain("")
          .containsOnly(last.getFirst().path(end).asText());
    }
  }
}
