package io.ganglion.infra;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts, held against the metrics of the running program. */
@QuarkusTest
@Tag("it")
class ObservabilityTest {
  private static final Path FOLDER = InfraFolder.INFRA.resolve("observability");
  private static final Path RUNBOOKS = InfraFolder.ROOT.resolve("docs/runbooks");

  /** Each expression with where it stands. */
  private static Map<String, String> expressions() {
    var all = new TreeMap<String, String>();
    for (var alert : alerts()) {
      all.put("alert " + name(alert), alert.path("expr").asText());
    }
    for (var file : InfraFolder.below(FOLDER.resolve("grafana/dashboards"))) {
      for (var panel : InfraFolder.json(file).path("panels")) {
        for (var target : panel.path("targets")) {
          all.put(
              "%s: %s %s"
                  .formatted(
                      file.getFileName(),
                      panel.path("title").asText(),
                      target.path("refId").asText()),
              target.path("expr").asText());
        }
      }
    }
    return all;
  }

  private static List<JsonNode> alerts() {
    var alerts = new ArrayList<JsonNode>();
    for (var file : InfraFolder.below(FOLDER.resolve("prometheus/rules"))) {
      for (var document : InfraFolder.yaml(file)) {
        document.path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
      }
    }
    return alerts;
  }

  private static String name(JsonNode alert) {
    return alert.path("alert").asText();
  }

  private static Set<String> exposed() {
    return given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** After a request and a collection of garbage, which are counted once there was one. */
  private static Set<String> metrics() {
    System.gc();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                exposed()
                    .containsAll(
                        Set.of("http_server_requests_seconds_count", "jvm_gc_pause_seconds_sum")));
    return exposed();
  }

  @Test
  void dashboards_and_alerts_name_no_metric_that_there_is_not() {
    var there = metrics();
    var missing = new TreeMap<String, Set<String>>();
    expressions()
        .forEach(
            (place, text) -> {
              var names = new Expression(text).metrics();
              assertThat(names).as(place).isNotEmpty();
              var unknown = new TreeSet<>(names);
              unknown.removeAll(there);
              if (!unknown.isEmpty()) {
                missing.put(place, unknown);
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void every_metric_of_ours_is_described_and_every_described_one_is_there() {
    var readme = InfraFolder.text(FOLDER.resolve("README.md"));
    var described =
        Pattern.compile("ganglion_[a-z_]+")
            .matcher(readme)
            .results()
            .map(MatchResult::group)
            .filter(name -> !name.equals("ganglion_measures"))
            .collect(Collectors.toCollection(TreeSet::new));
    var ours =
        metrics().stream()
            .filter(name -> name.startsWith("ganglion_"))
            .map(name -> name.replaceFirst("(_units|_seconds)_(count|sum|max)$", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(ours);
  }

  @Test
  void every_alert_has_a_runbook_and_every_runbook_an_alert() {
    var names = alerts().stream().map(ObservabilityTest::name).toList();
    assertThat(names).doesNotHaveDuplicates().isNotEmpty();
    assertThat(
            InfraFolder.below(RUNBOOKS).stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.md$", "")))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void every_alert_says_where_its_runbook_is_and_how_bad_it_is() {
    for (var alert : alerts()) {
      var name = name(alert);
      assertThat(alert.at("/annotations/runbook").asText())
          .isEqualTo("docs/runbooks/" + name + ".md");
      assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
      assertThat(alert.at("/labels/severity").asText())
          .as(name)
          .isIn("critical", "warning", "info");
      assertThat(InfraFolder.text(RUNBOOKS.resolve(name + ".md")))
          .startsWith("# " + name + "\n")
          .contains("**Means.**", "**Look.**", "**Do.**");
    }
  }

  @Test
  void runbooks_and_dashboards_name_no_metric_that_there_is_not() {
    var there = metrics();
    for (var file : InfraFolder.below(RUNBOOKS)) {
      var named =
          Pattern.compile("`((?:ganglion|jvm|http|process)_[a-z_]+)")
              .matcher(InfraFolder.text(file))
              .results()
              .map(result -> result.group(1));
      assertThat(named)
          .as(file.getFileName().toString())
          .allMatch(
              name ->
                  Stream.of("", "_count", "_max").anyMatch(end -> there.contains(name + end))
                      || name.matches("ganglion_(app|engine|owner)"));
    }
  }

  @Test
  void scaling_goes_by_metrics_that_there_are() {
    var there = metrics();
    var files =
        Stream.of(
            FOLDER.resolve("collector/aws.yaml"),
            InfraFolder.INFRA.resolve("terraform/stacks/app/worker.tf"),
            InfraFolder.INFRA.resolve("terraform/stacks/app/webhook.tf"),
            InfraFolder.INFRA.resolve("kubernetes/base/autoscaling.yaml"));
    assertThat(files)
        .allSatisfy(
            file -> {
              var named =
                  Pattern.compile("ganglion_[a-z_]+_seconds")
                      .matcher(InfraFolder.text(file))
                      .results()
                      .map(MatchResult::group)
                      .toList();
              assertThat(named).isNotEmpty();
              assertThat(there).containsAll(named);
            });
  }

  @Test
  void a_dashboard_s_panels_lie_beside_each_other_and_have_a_title() {
    for (var file : InfraFolder.below(FOLDER.resolve("grafana/dashboards"))) {
      var taken = new TreeSet<String>();
      for (JsonNode panel : InfraFolder.json(file).path("panels")) {
        var place = panel.path("gridPos");
        assertThat(panel.path("title").asText()).isNotBlank();
        assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
        assertThat(taken.add(place.path("x") + "," + place.path("y")))
            .as(place.toString())
            .isTrue();
      }
    }
  }
}
