package io.ganglion.workflow;

/** A schema can't be had; the message goes on after "the schema". */
final class SchemaUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  SchemaUnavailable(String message) {
    super(message, null, false, false);
  }
}
