package io.ganglion.connector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A form with files (RFC 7578). Names and file names are ours and need no escaping. Used once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578: multipart/form-data</a>
 */
public final class Multipart {
  private final String boundary = "ganglion-" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Multipart text(String name, String value) {
    part("Content-Disposition: form-data; name=\"%s\"".formatted(name), bytes(value));
    return this;
  }

  public Multipart file(String name, String fileName, String type, byte[] content) {
    part(
        "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s"
            .formatted(name, fileName, type),
        content);
    return this;
  }

  /** The call with the form as its body; nothing can be added afterwards. */
  public PlatformCall in(PlatformCall call) {
    body.writeBytes(bytes("--%s--\r\n".formatted(boundary)));
    return call.content("multipart/form-data; boundary=" + boundary, body.toByteArray());
  }

  private void part(String head, byte[] content) {
    body.writeBytes(bytes("--%s\r\n%s\r\n\r\n".formatted(boundary, head)));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
