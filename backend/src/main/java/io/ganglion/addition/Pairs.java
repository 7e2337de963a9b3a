package io.ganglion.addition;

import io.ganglion.connector.Query;

/** Names and values of a query, encoded; may be secrets. */
record Pairs(String text) {
  static final Pairs NONE = new Pairs("");

  Pairs and(String name, String value) {
    return and(new Pairs(Query.of(name, value).text()));
  }

  Pairs and(Pairs others) {
    if (text.isEmpty() || others.text.isEmpty()) {
      return text.isEmpty() ? others : this;
    }
    return new Pairs(text + "&" + others.text);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** Never shown. */
  @Override
  public String toString() {
    return "Pairs[redacted]";
  }
}
