package io.ganglion.lab.image;

import io.ganglion.db.TenantTx;
import io.ganglion.kernel.Json;
import io.ganglion.lab.Call;
import io.ganglion.lab.Objects;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Scene;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The generated files; who knows the address may see the picture, as with real servers. */
@ApplicationScoped
public class Pictures {
  private final TenantTx tx;

  Pictures(TenantTx tx) {
    this.tx = tx;
  }

  /** Keeps the picture of a prompt for another platform, and gives its address. */
  public static String keep(Scene scene, Call call, String prompt, int width, int height)
      throws SQLException {
    var id = "img-" + Json.sha256(scene.number() + prompt).substring(0, 32); // hard to guess
    scene
        .objects(Platform.IMAGE, Generations.SHELF)
        .add(
            Generations.IMAGE,
            id,
            Json.object().put("prompt", prompt).put("width", width).put("height", height));
    return "%s/lab/image/files/%s_%s.png".formatted(call.site(), Token.suffix(scene.tenant()), id);
  }

  /**
   * The bytes of a PNG.
   *
   * @param name the last segment of its address
   * @return empty if there is no such file
   */
  public Optional<byte[]> png(String name) {
    int split = name.indexOf('_');
    if (split < 0 || !name.endsWith(".png")) {
      return Optional.empty();
    }
    var id = name.substring(split + 1, name.length() - ".png".length());
    return Token.tenant(name.substring(0, split))
        .flatMap(
            tenant ->
                tx.call(
                    tenant,
                    connection ->
                        Objects.reading(
                                connection,
                                tenant,
                                Platform.IMAGE,
                                Generations.SHELF,
                                Instant.now())
                            .find(Generations.IMAGE, id)))
        .map(
            picture ->
                Picture.png(
                    picture.body().path("prompt").asText(),
                    picture.body().path("width").asInt(),
                    picture.body().path("height").asInt()));
  }
}
