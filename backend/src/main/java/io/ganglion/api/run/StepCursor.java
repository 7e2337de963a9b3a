package io.ganglion.api.run;

/** Where a page of steps ends: the order of start, then the position. */
record StepCursor(int seq, String position) {
  static final StepCursor START = new StepCursor(-1, "");

  /**
   * @throws IllegalArgumentException for what no page has given out
   */
  static StepCursor parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new StepCursor(Integer.parseInt(text.substring(0, space)), text.substring(space + 1));
  }
}
