package io.ganglion.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives every Quarkus test the stack; found through META-INF/services, so no test names it. */
public final class StackResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    var port = Stack.applicationPort();
    return Map.ofEntries(
        Map.entry("quarkus.http.test-port", port),
        Map.entry("GANGLION_DB_URL", Stack.databaseUrl()),
        Map.entry("GANGLION_DB_OWNER_PASSWORD", Stack.PASSWORD),
        Map.entry("GANGLION_DB_APP_PASSWORD", Stack.PASSWORD),
        Map.entry("GANGLION_DB_ENGINE_PASSWORD", Stack.PASSWORD),
        Map.entry("GANGLION_REDIS_URL", Stack.redisUrl()),
        Map.entry("GANGLION_OPERATOR_TOKEN", Stack.OPERATOR_TOKEN),
        Map.entry("GANGLION_OPERATOR_ROLE", "ganglion-operator"),
        Map.entry("GANGLION_VAULT_KEYSET", Stack.keyset()),
        Map.entry("GANGLION_LAB_URL", "http://127.0.0.1:%s/lab".formatted(port)),
        Map.entry("GANGLION_NAME_SERVER", NameServer.start()),
        Map.entry("GANGLION_OIDC_URL", OidcIssuer.shared().url()),
        Map.entry("GANGLION_OIDC_CLIENT", OidcIssuer.CLIENT),
        Map.entry("GANGLION_OIDC_SECRET", OidcIssuer.SECRET),
        Map.entry("GANGLION_SESSION_SECRET", "session-secret-of-the-tests-and-of-nobody-else"),
        Map.entry("GANGLION_PUBLIC_URL", "http://127.0.0.1:" + port),
        Map.entry("GANGLION_WEB_DIST", "src/test/resources/web/pages"),
        Map.entry("GANGLION_MAIL_PORT", String.valueOf(Mails.serverPort())),
        Map.entry(
            "ganglion.limit.refused",
            "${tests.refused:100000}"), // tests refuse a lot, from one address
        Map.entry("ganglion.limit.sign-ups", "${tests.sign-ups:100000}"),
        Map.entry("ganglion.limit.address", "10000000"),
        Map.entry("quarkus.log.category.\"com.icegreen\".level", "WARN"),
        Map.entry("ganglion.background.poll", "200ms"),
        // what people are told is told, before a test looks at what else there is
        Map.entry("ganglion.notification.poll", "200ms"),
        Map.entry("ganglion.notification.gather", "${tests.notification-gather:0s}"),
        Map.entry("ganglion.notification.window", "${tests.notification-window:0s}"),
        Map.entry("ganglion.rotation.page", "7"), // many pages
        Map.entry("ganglion.rotation.keep-old", "3s"),
        Map.entry("ganglion.egress.allow", "127.0.0.0/8"));
  }

  @Override
  public void stop() {} // the stack outlives one application: it ends with the JVM
}
