package io.ganglion.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class ManifestsTest {
  private static final String GOOD =
      """
      name: demo
      version: 1.0.0
      title: Demo
      hold: exclusive
      environments: {production: "https://api.example.com"}
      credentials: {type: object}
      actions:
        make:
          title: Make
          retry: reconcilable
          undo: {class: reversible, action: unmake}
          lookUp: {searchLag: PT30S, window: PT1H}
          timeout: PT20S
          attempts: 3
          input: {type: object}
          output: {type: object}
        unmake:
          title: Unmake
          retry: idempotent
          undo: {class: irreversible}
          timeout: PT20S
          attempts: 3
          input: {type: object}
          output: {type: object}
      """;

  @ParameterizedTest
  @MethodSource
  void every_shipped_manifest_is_valid(String name) {
    var manifest = Manifests.check(name, Manifests.shipped(name));
    assertThat(manifest.name()).isEqualTo(name);
    assertThat(Manifests.load(name)).isEqualTo(manifest);
  }

  static List<String> every_shipped_manifest_is_valid() throws IOException {
    try (var folders = Files.list(Path.of("src/main/resources/connectors"))) {
      return folders.filter(Files::isDirectory).map(at -> at.getFileName().toString()).toList();
    }
  }

  @Test
  void a_manifest_is_read_whole() {
    var manifest = Manifests.check("demo", GOOD);
    assertThat(manifest.actions().get("make"))
        .isNotNull()
        .satisfies(
            make -> {
              assertThat(make.retryClass()).isEqualTo(RetryClass.RECONCILABLE);
              assertThat(make.undoClass()).isEqualTo(UndoClass.REVERSIBLE);
              assertThat(make.undo()).contains("unmake");
              assertThat(make.lookUp())
                  .contains(new Manifest.LookUpLimits(Duration.ofSeconds(30), Duration.ofHours(1)));
              assertThat(make.timeout()).isEqualTo(Duration.ofSeconds(20));
              assertThat(make.attempts()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Demo | titel: Demo",
        "hold: exclusive | hold: sometimes",
        "retry: reconcilable | retry: hopeful",
        "action: unmake | action: nothing",
        "reversible, action: unmake | reversible",
        "lookUp: | lookDown:",
        "  lookUp: {searchLag: PT30S, window: PT1H} | ' '",
        "attempts: 3 | attempts: 0",
        "timeout: PT20S | timeout: 20 s",
        "retry: reconcilable | retry: pure",
        "https://api | http://api",
        "production: | lab:",
        "input: {type: object} | 'input: {type: thing}'",
        "name: demo | name: other"
      })
  void a_manifest_that_contradicts_its_schema_or_itself_is_refused(String good, String bad) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(
            () ->
                Manifests.check(
                    "demo", GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
        .isInstanceOf(ManifestRejected.class)
        .hasMessageContaining("demo");
  }

  @Test
  void a_missing_manifest_is_refused() {
    assertThatThrownBy(() -> Manifests.load("nowhere")).isInstanceOf(ManifestRejected.class);
  }
}
