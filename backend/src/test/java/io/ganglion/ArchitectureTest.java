package io.ganglion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The floors of ARCHITECTURE.md, over the packages that are really there. */
@Tag("arch")
class ArchitectureTest {
  private static final String ROOT = "io.ganglion.";

  /** What connectors share whose calls name their endpoint. */
  private static final String SHARED = ROOT + "connector.endpoint";

  /**
   * The floor of each top-level package; a connector's own package stands one above the contract.
   */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("api", 5),
          Map.entry("engine", 4),
          Map.entry("retention", 4),
          Map.entry("run", 3),
          Map.entry("approval", 3),
          Map.entry("mcp", 3),
          Map.entry("a2a", 3),
          Map.entry("billing", 3),
          Map.entry("notification", 3),
          Map.entry("lab", 3),
          Map.entry("trial", 3),
          Map.entry("erasure", 3),
          Map.entry("move", 3),
          Map.entry("operator", 3),
          Map.entry("status", 2),
          Map.entry("effect", 2),
          Map.entry("agent", 2),
          Map.entry("bus", 2),
          Map.entry("workflow", 2),
          Map.entry("openapi", 2),
          Map.entry("addition", 2),
          Map.entry("rotation", 2),
          Map.entry("meter", 2),
          Map.entry("webhook", 2),
          Map.entry("trigger", 2),
          Map.entry("connection", 1),
          Map.entry("oauth", 1),
          Map.entry("connector", 1),
          Map.entry("coordination", 1),
          Map.entry("member", 1),
          Map.entry("federation", 1),
          Map.entry("organization", 2),
          Map.entry("ledger", 0), // a module of its own
          Map.entry("tenant", 0),
          Map.entry("identity", 0),
          Map.entry("keycloak", 0),
          Map.entry("audit", 0),
          Map.entry("background", 0),
          Map.entry("mail", 0),
          Map.entry("db", 0),
          Map.entry("outbox", 0),
          Map.entry("crypto", 0),
          Map.entry("egress", 0),
          Map.entry("trace", 0),
          Map.entry("expression", 0),
          Map.entry("schema", 0),
          Map.entry("kernel", 0));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/ganglion/local/")) // another module
          .importPackages("io.ganglion");

  private static String feature(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
  }

  private static int floor(JavaClass type) {
    var feature = feature(type);
    boolean platform = type.getPackageName().startsWith(ROOT + "connector.");
    return platform ? 2 : FLOORS.getOrDefault(feature, -1);
  }

  @Test
  void every_package_has_a_floor() {
    var unknown = new TreeSet<String>();
    CLASSES.forEach(
        type -> {
          if (floor(type) < 0) {
            unknown.add(type.getPackageName());
          }
        });
    assertThat(unknown).isEmpty();
  }

  @Test
  void a_package_imports_from_its_own_floor_or_lower() {
    var climbing = new ArrayList<String>();
    for (var type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass();
        if (target.getPackageName().startsWith(ROOT) && floor(target) > floor(type)) {
          climbing.add(dependency.getDescription());
        }
      }
    }
    assertThat(climbing).isEmpty();
  }

  @Test
  void there_are_no_cycles_between_features() {
    SlicesRuleDefinition.slices()
        .matching("io.ganglion.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void a_connector_imports_the_contract_endpoints_egress_and_kernel_only() {
    var strange = new ArrayList<String>();
    for (var type : CLASSES) {
      if (floor(type) == 2 && feature(type).equals("connector")) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          var target = dependency.getTargetClass();
          boolean ours = target.getPackageName().startsWith(ROOT);
          boolean allowed =
              target.getPackageName().equals(type.getPackageName())
                  || target.getPackageName().equals(ROOT + "connector")
                  || target.getPackageName().equals(SHARED)
                  || feature0(target).equals("egress")
                  || feature0(target).equals("kernel");
          if (ours && !allowed) {
            strange.add(dependency.getDescription());
          }
        }
      }
    }
    assertThat(strange).isEmpty();
  }

  private static String feature0(JavaClass type) {
    return type.getPackageName().startsWith(ROOT) ? feature(type) : "";
  }

  @Test
  void only_the_api_and_the_simulators_speak_jax_rs() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.ganglion.api..", "io.ganglion.lab.http..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .check(CLASSES);
  }

  @Test
  void only_db_opens_transactions_and_connections() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.ganglion.db..",
            "io.ganglion.engine..",
            "io.ganglion.background..") // a library's table
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.agroal.api.AgroalDataSource")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.quarkus.narayana.jta.QuarkusTransaction")
        .check(CLASSES);
  }

  /**
   * What goes out goes through the guard. The exceptions ask addresses that the operator set:
   * whether the identity provider and the laboratory are there, and the key service. Mails and
   * sign-in go out by Quarkus, to the operator's servers.
   */
  @Test
  void only_egress_talks_to_the_network() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ganglion.egress..")
        .and()
        .doNotHaveFullyQualifiedName("io.ganglion.api.auth.ProviderState")
        .and()
        .doNotHaveFullyQualifiedName("io.ganglion.api.status.OtherParts")
        .and()
        .doNotHaveFullyQualifiedName("io.ganglion.crypto.AwsKey")
        .and()
        .resideOutsideOfPackage("io.ganglion.keycloak") // asks the operator's Keycloak
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "java.nio.channels..",
            "javax.net..",
            "jakarta.ws.rs.client..",
            "org.apache.hc..",
            "org.apache.http..",
            "org.eclipse.microprofile.rest.client..",
            "io.netty..",
            "io.vertx.ext.web.client..",
            "io.vertx.mutiny.ext.web.client..",
            "okhttp3..",
            "org.web3j.protocol..",
            "software.amazon.awssdk..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|DatagramSocket|ServerSocket|(Http)?URLConnection|URL)"
                + "|io\\.vertx\\..*\\.(Http|Net|Web|Smtp)Client.*")
        .check(CLASSES);
  }

  @Test
  void entities_never_leave_their_package() {
    for (var type : CLASSES) {
      if (type.getSimpleName().endsWith("Entity")) {
        assertThat(type.getModifiers())
            .as(type.getName())
            .doesNotContain(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
      }
    }
  }
}
