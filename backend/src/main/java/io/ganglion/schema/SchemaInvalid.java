package io.ganglion.schema;

/** A schema can't be used: malformed, or it refers to a document outside itself. */
public final class SchemaInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SchemaInvalid(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
