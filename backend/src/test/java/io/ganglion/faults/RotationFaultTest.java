package io.ganglion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ganglion.kernel.Json;
import io.ganglion.kernel.TenantId;
import io.ganglion.testing.Customer;
import io.ganglion.testing.KmsServer;
import io.ganglion.testing.Patience;
import io.ganglion.testing.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process that exchanges keys, from a keyset's file to AWS KMS, is killed over and over, while
 * another takes new credentials.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
class RotationFaultTest {
  private static final int TENANTS = 40;
  private static final int CONNECTIONS = 3;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Map<String, String> QUICK =
      Map.of(
          "GANGLION_ROTATION_PAGE", "1",
          "GANGLION_ROTATION_KEEP_OLD", "2s",
          "GANGLION_BACKGROUND_POLL", "200ms",
          "GANGLION_BACKGROUND_HEARTBEAT", "500ms");

  private final Map<String, String> made = new HashMap<>(); // a connection and its tenant's API key

  @Test
  void a_killed_rotation_loses_nothing_and_the_old_master_key_is_refused() throws Exception {
    rotateUnderKills(3);
  }

  @Test
  @Tag("long")
  void a_killed_rotation_loses_nothing_in_the_long_run() throws Exception {
    rotateUnderKills(25);
  }

  private void rotateUnderKills(int kills) throws Exception {
    var random = Seed.random("kill -9 of a rotation × " + kills);
    int front = Stack.freePort();
    try (var kms = new KmsServer()) {
      try (var api = BackendProcess.start("api", front, front, file(kms, true)).ready()) {
        var tenants = inhabit(api.url());
        kms.slow(Duration.ofMillis(10L + 10L * kills)); // long enough for all kills
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
          var load = threads.submit(() -> load(tenants, stop));
          var ended = exchange(random, kms(kms, true), kills, api.url());
          stop.set(true);
          assertThat(load.get()).isPositive();
          assertThat(ended.path("failed").asLong()).isZero();
          assertThat(ended.path("rewrapped").asLong()).isGreaterThanOrEqualTo(TENANTS - kills);
        }
        var contexts = kms.journal().stream().map(KmsServer.Act::context).toList();
        for (var tenant : tenants) {
          assertThat(contexts).anyMatch(context -> context.contains(place(tenant)));
        }
      }
      assertThat(opened(kms(kms, false))).isEqualTo(made.size());
      assertThat(opened(file(kms, false))).isZero();
      kms.slow(Duration.ZERO);
      exchange(random, file(kms, true), 0, null); // other tests know the file alone
      assertThat(opened(file(kms, false))).isEqualTo(made.size());
    }
  }

  /** The way from one master key to another: asks for it, kills, and waits for the end. */
  private JsonNode exchange(
      SplittableRandom random, Map<String, String> settings, int kills, String witness)
      throws Exception {
    int port = Stack.freePort();
    var process = BackendProcess.start("api,worker", port, port, settings).ready();
    try {
      var url = process.url();
      var id = send("POST", url, "/vault/rotations", Stack.OPERATOR_TOKEN).path("id").asText();
      for (int k = 0; k < kills; k++) {
        var before = progress(witness, id);
        Patience.await("rotation " + id + " goes on after kill " + k)
            .atMost(LONGEST)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> !progress(witness, id).equals(before));
        Thread.sleep(random.nextLong(0, 200)); // where in a page it strikes is the point
        process.kill();
        assertThat(progress(witness, id).path("stage").asText()).isNotEqualTo("ended");
        process = BackendProcess.start("api,worker", port, port, settings).ready();
      }
      return Patience.await("rotation " + id)
          .atMost(LONGEST)
          .until(() -> progress(url, id), view -> view.path("stage").asText().equals("ended"));
    } finally {
      process.close();
    }
  }

  private List<Customer> inhabit(String url) {
    var tenants = new ArrayList<Customer>();
    for (int t = 0; t < TENANTS; t++) {
      var customer = Customer.newTenant(url);
      tenants.add(customer);
      for (int i = 0; i < CONNECTIONS; i++) {
        connect(customer, "c" + i);
      }
    }
    return tenants;
  }

  private void connect(Customer customer, String name) {
    var body = Json.object().put("name", name).put("connector", "http");
    body.putObject("credentials").put("password", "hunter2");
    made.put(customer.post("/connections", body).path("id").asText(), customer.key());
  }

  /** New credentials of all tenants, by another process, until it is told. */
  private int load(List<Customer> tenants, AtomicBoolean stop) {
    int done = 0;
    while (!stop.get()) {
      connect(tenants.get(done % tenants.size()), "l" + done);
      done++;
    }
    return done;
  }

  /** How many of all connections a process with these keys can open. */
  private int opened(Map<String, String> settings) throws Exception {
    int port = Stack.freePort();
    int opened = 0;
    try (var process = BackendProcess.start("api", port, port, settings).ready()) {
      for (var one : made.entrySet()) {
        if (status("POST", process.url(), "/connections/" + one.getKey() + "/check", one.getValue())
            == 200) {
          opened++;
        }
      }
    }
    return opened;
  }

  private static Map<String, String> file(KmsServer kms, boolean both) {
    var settings = new HashMap<>(account(kms));
    if (both) {
      settings.put("GANGLION_VAULT_OTHER_AWS_KEY", KmsServer.ARN);
    }
    return settings;
  }

  private static Map<String, String> kms(KmsServer kms, boolean both) {
    var settings = new HashMap<>(account(kms));
    settings.put("GANGLION_VAULT_KEYSET", "");
    settings.put("GANGLION_VAULT_AWS_KEY", KmsServer.ARN);
    if (both) {
      settings.put("GANGLION_VAULT_OTHER_KEYSET", Stack.keyset());
    }
    return settings;
  }

  private static Map<String, String> account(KmsServer kms) {
    var settings = new HashMap<>(QUICK);
    settings.put("GANGLION_VAULT_AWS_ENDPOINT", kms.url().toString());
    settings.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    settings.put("AWS_SECRET_ACCESS_KEY", "of the tests");
    return settings;
  }

  private static String place(Customer customer) {
    var tenant = TenantId.fromString(customer.tenant());
    return HexFormat.of().formatHex((tenant + "|").getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode progress(String url, String id) throws Exception {
    return send("GET", url, "/vault/rotations/" + id, Stack.OPERATOR_TOKEN);
  }

  private static JsonNode send(String method, String url, String path, String bearer)
      throws IOException, InterruptedException {
    return Json.read(HTTP.send(request(method, url, path, bearer), BODY).body());
  }

  private static int status(String method, String url, String path, String bearer)
      throws IOException, InterruptedException {
    return HTTP.send(request(method, url, path, bearer), BODY).statusCode();
  }

  private static final HttpResponse.BodyHandler<String> BODY = HttpResponse.BodyHandlers.ofString();

  private static HttpRequest request(String method, String url, String path, String bearer) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + bearer)
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }
}
