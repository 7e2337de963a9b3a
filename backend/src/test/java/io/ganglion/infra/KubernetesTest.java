package io.ganglion.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Roles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Kustomize base, as files. */
@Tag("arch")
class KubernetesTest {
  private static final Path FOLDER = InfraFolder.INFRA.resolve("kubernetes");
  private static final Path BASE = FOLDER.resolve("base");
  private static final Set<String> PATCHES = Set.of("kustomization.yaml", "all.yaml");

  private static List<JsonNode> objects() {
    var all = new ArrayList<JsonNode>();
    for (var file : InfraFolder.below(BASE)) {
      if (!PATCHES.contains(file.getFileName().toString())) {
        all.addAll(InfraFolder.yaml(file));
      }
    }
    return all;
  }

  private static List<JsonNode> of(String kind) {
    var found = objects().stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
    assertThat(found).as(kind).isNotEmpty();
    return found;
  }

  private static String component(JsonNode labels) {
    return labels.path("app.kubernetes.io/component").asText();
  }

  @Test
  void the_kustomization_leaves_nothing_out() {
    var kustomization = InfraFolder.yaml(BASE.resolve("kustomization.yaml")).getFirst();
    var named = new TreeSet<String>(PATCHES);
    kustomization.path("resources").forEach(one -> named.add(one.asText()));
    assertThat(InfraFolder.below(BASE).stream().map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void there_is_a_deployment_for_each_role_but_the_laboratory_s() {
    assertThat(of("Deployment").stream().map(one -> component(one.at("/metadata/labels"))))
        .containsExactlyInAnyOrder(Roles.API, Roles.WORKER, Roles.SEALER, Roles.WEBHOOK);
    for (var deployment : of("Deployment")) {
      var role = component(deployment.at("/metadata/labels"));
      assertThat(component(deployment.at("/spec/selector/matchLabels"))).isEqualTo(role);
      assertThat(component(deployment.at("/spec/template/metadata/labels"))).isEqualTo(role);
      var container = deployment.at("/spec/template/spec/containers/0");
      assertThat(container.at("/env/0/name").asText()).isEqualTo("GANGLION_ROLES");
      assertThat(container.at("/env/0/value").asText()).isEqualTo(role);
      assertThat(container.at("/resources/limits/memory").asText()).isNotBlank();
    }
  }

  @Test
  void every_process_is_asked_how_it_is_and_kept_from_what_it_need_not() {
    var all = InfraFolder.yaml(BASE.resolve("all.yaml")).getFirst();
    var pod = all.at("/spec/template/spec");
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(pod.at("/containers/0/livenessProbe/httpGet/path").asText())
        .isEqualTo("/q/health/live");
    assertThat(pod.at("/containers/0/readinessProbe/httpGet/path").asText())
        .isEqualTo("/q/health/ready");
    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(40);
  }

  @Test
  void every_selector_finds_a_deployment() {
    var components =
        new TreeSet<>(
            of("Deployment").stream().map(one -> component(one.at("/metadata/labels"))).toList());
    of("PodDisruptionBudget")
        .forEach(
            one ->
                assertThat(components).contains(component(one.at("/spec/selector/matchLabels"))));
    assertThat(of("PodDisruptionBudget")).hasSameSizeAs(components);
    of("Service")
        .forEach(one -> assertThat(components).contains(component(one.at("/spec/selector"))));
    var names = of("Deployment").stream().map(one -> one.at("/metadata/name").asText()).toList();
    of("HorizontalPodAutoscaler")
        .forEach(one -> assertThat(names).contains(one.at("/spec/scaleTargetRef/name").asText()));
  }

  @Test
  void every_yaml_file_of_infra_can_be_read() {
    var files =
        InfraFolder.below(InfraFolder.INFRA).stream()
            .filter(file -> file.toString().endsWith(".yaml"))
            .toList();
    assertThat(files).hasSizeGreaterThan(15);
    assertThat(files).allSatisfy(file -> assertThat(InfraFolder.yaml(file)).isNotEmpty());
  }
}
