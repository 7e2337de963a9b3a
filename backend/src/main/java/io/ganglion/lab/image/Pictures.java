package io.ganglion.lab.image;

import io.ganglion.db.TenantTx;
import io.ganglion.lab.Objects;
import io.ganglion.lab.Platform;
import io.ganglion.lab.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The generated files; who knows the address may see the picture, as with real servers. */
@ApplicationScoped
public class Pictures {
  private final TenantTx tx;

  Pictures(TenantTx tx) {
    this.tx = tx;
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
