package io.ganglion.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names in {@code infra/} that only the program knows. */
@Tag("arch")
class InfraNamesTest {
  private static final Pattern NAME =
      Pattern.compile("\\b(GANGLION|QUARKUS)_[A-Z0-9_]*[A-Z0-9]\\b(?!_)");
  private static final Pattern IMAGE =
      Pattern.compile("(?m)^\\s*(?:image:|FROM)\\s+(?:--\\S+ )?\"?([a-z0-9./_-]+(?::[^\\s\"]+)?)");

  private static List<Path> files() {
    return Stream.of(
            "container", "database", "kubernetes", "terraform", "observability", "keycloak")
        .flatMap(folder -> InfraFolder.below(InfraFolder.INFRA.resolve(folder)).stream())
        .filter(file -> !file.toString().contains("/.terraform"))
        .toList();
  }

  private static Set<String> known() {
    var known = new TreeSet<>(Settings.ours());
    known.addAll(Settings.of(VertxHttpConfig.class));
    return known;
  }

  @Test
  void every_setting_is_one_that_the_program_knows() {
    var known = known();
    assertThat(known)
        .contains(
            "GANGLION_DB_URL",
            "GANGLION_ENGINE_MAX_RUNS",
            "GANGLION_BILLING_ISSUER_NAME",
            "QUARKUS_HTTP_PORT");
    var strange = new TreeSet<String>();
    for (var file : files()) {
      NAME.matcher(InfraFolder.text(file))
          .results()
          .map(result -> result.group())
          .filter(name -> !known.contains(name))
          .forEach(name -> strange.add(name + " in " + InfraFolder.ROOT.relativize(file)));
    }
    assertThat(strange).isEmpty();
  }

  @Test
  void a_backend_is_told_all_that_it_can_t_start_without() {
    var required =
        Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)}")
            .matcher(
                InfraFolder.text(
                    InfraFolder.ROOT.resolve("backend/src/main/resources/application.properties")))
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(required).contains("GANGLION_DB_URL", "GANGLION_REDIS_URL");
    for (var place :
        List.of(
            "container/compose.yaml", "terraform/stacks/app/settings.tf", "container/README.md")) {
      assertThat(InfraFolder.text(InfraFolder.INFRA.resolve(place))).as(place).contains(required);
    }
    assertThat(
            InfraFolder.text(InfraFolder.INFRA.resolve("kubernetes/base/all.yaml"))
                + InfraFolder.text(InfraFolder.INFRA.resolve("kubernetes/base/kustomization.yaml")))
        .contains(required);
  }

  @Test
  void every_image_has_a_version() {
    var unnamed = new TreeSet<String>();
    for (var file : InfraFolder.below(InfraFolder.INFRA.resolve("container"))) {
      IMAGE
          .matcher(InfraFolder.text(file))
          .results()
          .map(result -> result.group(1))
          .filter(
              image -> !image.matches(".+:[^:/]*\\d[^:/]*") && !image.matches("web|backend|built"))
          .forEach(image -> unnamed.add(image + " in " + file.getFileName()));
    }
    assertThat(unnamed).isEmpty();
  }

  @Test
  void keycloak_is_of_the_version_that_the_launcher_starts() {
    var version =
        Pattern.compile("VERSION = \"([0-9.]+)\"")
            .matcher(
                InfraFolder.text(
                    InfraFolder.INFRA.resolve(
                        "local/src/main/java/io/ganglion/local/KeycloakProgram.java")));
    assertThat(version.find()).isTrue();
    assertThat(InfraFolder.text(InfraFolder.INFRA.resolve("container/keycloak.Containerfile")))
        .contains("FROM quay.io/keycloak/keycloak:" + version.group(1) + "\n");
  }
}
