package io.ganglion.meter;

/**
 * Where a sum of money stands among all, in the order in which they are listed.
 *
 * @param place without the currency
 */
public record MoneyPlace(UsagePlace place, String currency) {
  /** Before all others. */
  static final MoneyPlace FIRST = new MoneyPlace(UsagePlace.FIRST, "");

  /**
   * Reads what a page's cursor is.
   *
   * @throws IllegalArgumentException if it is no place
   */
  public static MoneyPlace read(String text) {
    int last = text.lastIndexOf(' ');
    if (last < 0) {
      throw new IllegalArgumentException("no place: " + text);
    }
    return new MoneyPlace(UsagePlace.read(text.substring(0, last)), text.substring(last + 1));
  }

  String text() {
    return place.text() + " " + currency;
  }
}
