package io.ganglion.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ganglion.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key service on loopback that speaks AWS KMS's wire format (Encrypt and Decrypt over JSON 1.1),
 * with one key and its own journal.
 */
public final class KmsServer implements AutoCloseable {
  public static final String ARN =
      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

  private static final int NONCE = 12;
  private static final String TARGET = "TrentService.";

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;
  private final HttpServer server;
  private final List<Act> journal = new CopyOnWriteArrayList<>();
  private volatile String refusal = "";
  private volatile long millis;

  /** One request that was answered as it asked. */
  public record Act(String name, String context) {}

  public KmsServer() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    key = new SecretKeySpec(bytes, "AES");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was done, in order. */
  public List<Act> journal() {
    return List.copyOf(journal);
  }

  /** Every request is refused from now on; an empty code ends it. */
  public void refuse(String code) {
    refusal = code;
  }

  /** Every request takes that long from now on. */
  public void slow(Duration time) {
    millis = time.toMillis();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var asked =
          Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      var signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!signed.startsWith("AWS4-HMAC-SHA256 ") || !signed.contains("/eu-central-1/kms/")) {
        fail(exchange, "MissingAuthenticationTokenException");
      } else if (!refusal.isEmpty()) {
        fail(exchange, refusal);
      } else if (!asked.path("KeyId").asText().equals(ARN)) {
        fail(exchange, "NotFoundException");
      } else if (target.equals(TARGET + "Encrypt")) {
        encrypt(exchange, asked);
      } else if (target.equals(TARGET + "Decrypt")) {
        decrypt(exchange, asked);
      } else {
        fail(exchange, "UnknownOperationException");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void encrypt(HttpExchange exchange, JsonNode asked)
      throws IOException, GeneralSecurityException {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, asked);
    var sealed = cipher.doFinal(Base64.getDecoder().decode(asked.path("Plaintext").asText()));
    var blob = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    journal.add(new Act("Encrypt", context(asked)));
    send(exchange, 200, "CiphertextBlob", Base64.getEncoder().encodeToString(blob));
  }

  private void decrypt(HttpExchange exchange, JsonNode asked)
      throws IOException, GeneralSecurityException {
    var blob = Base64.getDecoder().decode(asked.path("CiphertextBlob").asText());
    byte[] plain;
    try {
      plain =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(blob, NONCE), asked)
              .doFinal(blob, NONCE, blob.length - NONCE);
    } catch (AEADBadTagException e) {
      fail(exchange, "InvalidCiphertextException");
      return;
    }
    journal.add(new Act("Decrypt", context(asked)));
    send(exchange, 200, "Plaintext", Base64.getEncoder().encodeToString(plain));
  }

  private Cipher cipher(int mode, byte[] nonce, JsonNode asked) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(context(asked).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String context(JsonNode asked) {
    var sorted = new TreeMap<String, String>();
    asked
        .path("EncryptionContext")
        .properties()
        .forEach(one -> sorted.put(one.getKey(), one.getValue().asText()));
    return sorted.toString();
  }

  private static void fail(HttpExchange exchange, String code) throws IOException {
    send(exchange, code.equals("KMSInternalException") ? 500 : 400, "__type", code);
  }

  private static void send(HttpExchange exchange, int status, String name, String value)
      throws IOException {
    var body = Json.object().put("KeyId", ARN).put(name, value).toString();
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
