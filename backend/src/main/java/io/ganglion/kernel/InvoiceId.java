package io.ganglion.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an invoice or credit note; written {@code inv_…}. */
public record InvoiceId(UUID uuid) implements Id {
  public static final String PREFIX = "inv";

  /** A new identifier, later in order than those made before it on this machine. */
  public static InvoiceId next() {
    return new InvoiceId(Uuid7.next());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not a {@code inv_} TypeID
   */
  @JsonCreator
  public static InvoiceId fromString(String text) {
    return new InvoiceId(TypeId.decode(PREFIX, text));
  }

  @JsonValue
  @Override
  public String toString() {
    return TypeId.encode(PREFIX, uuid);
  }
}
