package io.ganglion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The launcher's JVM as users run it, with real servers and a stand-in for the packaged backend.
 */
@Tag("infra")
class UpTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Home CLONE = Home.of(UpTest.class);
  private static final StackDir DIR = new StackDir(CLONE.path());
  private final List<Launcher> launchers = new ArrayList<>();

  @BeforeAll
  static void build() throws IOException {
    Files.createDirectories(CLONE.path().resolve("build/app"));
    Files.createDirectories(CLONE.path().resolve("examples"));
    Files.writeString(CLONE.path().resolve("examples/campaign.yaml"), "document: {}");
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakePlatform.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, Launcher.classPathUrls());
    try (var out = Files.newOutputStream(CLONE.path().resolve("build/app/quarkus-run.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (Launcher launcher : launchers) {
      launcher.process().destroyForcibly().waitFor();
    }
    Files.deleteIfExists(hold());
    assertThat(launch("down").code()).isZero();
  }

  @AfterAll
  static void delete() {
    CLONE.close();
  }

  @Test
  void ctrlCStopsEverythingThatWasStarted() throws Exception {
    assumeThat(Launcher.canHear()).isTrue();
    var up = launch("up", "--no-sign-in");
    up.await("Ctrl-C stops it");
    var stack = Stack.find(DIR).orElseThrow();
    assertThat(up.text()).contains("Receipt", "URL  " + stack.backend().url(), "key  gk_live_demo");
    assertThat(StackFile.read(DIR).orElseThrow().apiKey()).isEqualTo("gk_live_demo");
    up.signal("INT");
    assertThat(up.code()).isEqualTo(130);
    assertThat(
            List.of(stack.backend().process(), stack.postgres().process(), stack.redis().process()))
        .noneMatch(ProcessRef::alive);
    assertThat(DIR.stack()).doesNotExist();
  }

  @Test
  void aSecondUpSaysThatOneRunsAndChangesNothing() throws Exception {
    var up = launch("up", "--no-sign-in");
    up.await("Ctrl-C stops it");
    var second = launch("up", "--no-sign-in");
    assertThat(second.code()).isZero();
    assertThat(second.text()).contains("a stack runs already on http://127.0.0.1:");
    assertThat(launch("up", "--no-sign-in", "--fresh").code()).isEqualTo(1);
    assertThat(Stack.find(DIR).flatMap(Stack::dead)).isEmpty();
  }

  @Test
  void afterTheLauncherWasKilledTheNextAdoptsWhatRuns() throws Exception {
    var up = launch("up", "--no-sign-in");
    up.await("Ctrl-C stops it");
    var before = StackFile.read(DIR).orElseThrow();
    up.signal("KILL");
    up.code();
    var next = launch("up", "--no-sign-in", "--detach");
    assertThat(next.code()).as(next.text()).isZero();
    var after = StackFile.read(DIR).orElseThrow();
    for (String part : List.of("backend", "postgres", "redis")) {
      assertThat(after.pids().get(part)).as(part).isEqualTo(before.pids().get(part));
    }
  }

  @Test
  void aKilledServerEndsTheWatchingLauncherAndTheNextStartsAllAgain() throws Exception {
    var up = launch("up", "--no-sign-in");
    up.await("Ctrl-C stops it");
    Stack.find(DIR).orElseThrow().postgres().killHard();
    assertThat(up.code()).isEqualTo(1);
    assertThat(up.text()).contains("PostgreSQL ended by itself");
    assertThat(launch("up", "--no-sign-in", "--detach").code()).isZero();
  }

  @Test
  void aCampaignCutOffIsFollowedToItsEndByTheNextUp() throws Exception {
    Trees.makePrivate(DIR.path());
    Files.createFile(hold());
    var up = launch("up", "--no-sign-in");
    up.await("waits: capacity");
    up.signal("KILL");
    up.code();
    Files.delete(hold());
    var next = launch("up", "--no-sign-in", "--detach");
    assertThat(next.code()).as(next.text()).isZero();
    assertThat(next.text()).contains("an earlier campaign has not ended", "Receipt");
  }

  @Test
  void downEndsAWatchingLauncherToo() throws Exception {
    var up = launch("up", "--no-sign-in", "--no-demo");
    up.await("Ctrl-C stops it");
    var down = launch("down");
    assertThat(down.code()).isZero();
    assertThat(up.code()).isEqualTo(143);
    assertThat(Stack.find(DIR)).isEmpty();
    var again = launch("down");
    assertThat(again.code()).isZero();
    assertThat(again.text()).contains("nothing runs");
  }

  private static Path hold() {
    return DIR.path().resolve("hold");
  }

  private Launcher launch(String... arguments) throws IOException {
    var launcher = Launcher.start(CLONE.path(), PATIENCE, arguments);
    launchers.add(launcher);
    return launcher;
  }
}
