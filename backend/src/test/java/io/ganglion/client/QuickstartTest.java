package io.ganglion.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ganglion.testing.Callers;
import io.ganglion.testing.Callers.Owner;
import io.ganglion.testing.Patience;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programs of docs/quickstart.md: killed in the middle and started again, they repeat nothing.
 */
@QuarkusTest
@Tag("client")
class QuickstartTest {
  private static final Path CLIENT = Path.of("../clients/typescript");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TestHTTPResource("/")
  URI url;

  @TempDir Path temporary;
  private Map<String, String> environment;
  private Owner owner;

  static Stream<Arguments> agents() {
    return Stream.of(
        Arguments.of("agent.sh", List.of("sh")),
        Arguments.of("agent.mjs", List.of("node")),
        Arguments.of("agent.py", List.of("python3", "-u")),
        Arguments.of("Agent.java", List.of(JAVA)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("agents")
  void an_agent_that_is_killed_and_started_again_repeats_nothing(String file, List<String> by)
      throws Exception {
    setUp();
    var folder = file.endsWith(".mjs") ? builtClient() : temporary;
    var command = Stream.concat(by.stream(), Stream.of(write(folder, file), "monday")).toList();
    var killed = Program.start(folder, environment, command);
    Patience.await("it has posted").until(() -> posts() > 0 || !killed.process().isAlive());
    killed.kill();
    int before = posts();
    var again = Program.start(folder, environment, command);
    assertThat(again.end()).as(again.said()).isZero();
    assertThat(before).as(killed.said()).isBetween(1, 3);
    assertThat(posts()).as(again.said()).isEqualTo(3);
    assertThat(runs()).as("one session, whose second start is the first one's").isEqualTo(1);
  }

  private void setUp() throws Exception {
    owner = Callers.owner();
    environment =
        new HashMap<>(
            Map.of(
                "GANGLION_URL", url.toString().replaceAll("/$", ""), "GANGLION_KEY", owner.key()));
    var setup = Program.start(temporary, environment, List.of("sh", write(temporary, "setup.sh")));
    assertThat(setup.end()).as(setup.said()).isZero();
    environment.put("GANGLION_AGENT", setup.said().strip().lines().toList().getLast());
    assertThat(environment.get("GANGLION_AGENT")).as(setup.said()).startsWith("agt_");
  }

  /** A folder in the client's package, where its own name leads to it. */
  private Path builtClient() throws Exception {
    var build = Program.start(CLIENT, Map.of(), List.of("npm", "run", "-s", "build"));
    assertThat(build.end()).as(build.said()).isZero();
    return Files.createDirectories(CLIENT.resolve("target/quickstart"));
  }

  /** The block of the documentation that begins with the file's name. */
  private static String write(Path folder, String file) throws IOException {
    var block =
        Pattern.compile("(?ms)^```\\w+\\n(?:#|//) " + Pattern.quote(file) + "\\n(.*?)^```$")
            .matcher(Files.readString(Path.of("../docs/quickstart.md")));
    assertThat(block.find()).as(file).isTrue();
    return Files.writeString(folder.resolve(file), block.group(1)).toAbsolutePath().toString();
  }

  /** What the platform has seen. */
  private int posts() {
    return owner
        .request()
        .get("/api/v1/lab/journal?platform=x&kind=post.created&limit=100")
        .then()
        .statusCode(200)
        .extract()
        .<List<?>>path("data")
        .size();
  }

  private int runs() {
    return owner.request().get("/api/v1/runs").then().extract().<List<?>>path("data").size();
  }
}
