package io.ganglion.bench.bare;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Rows, without anything around them. */
@Path("/rows")
@RunOnVirtualThread
public class RowResource {
  private final DataSource database;

  RowResource(DataSource database) {
    this.database = database;
  }

  /** What a request answers. */
  public record Row(UUID id, String body) {}

  /** Durable when it is answered. */
  @POST
  @ResponseStatus(202)
  public Row put(JsonNode body) throws SQLException {
    var row = new Row(UUID.randomUUID(), body.toString());
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?::json)")) {
      insert.setObject(1, row.id());
      insert.setString(2, row.body());
      insert.executeUpdate();
    }
    return row;
  }

  @GET
  @Path("/{id}")
  public Row get(@PathParam("id") UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("SELECT body FROM bare WHERE id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFoundException();
        }
        return new Row(id, row.getString(1));
      }
    }
  }
}
