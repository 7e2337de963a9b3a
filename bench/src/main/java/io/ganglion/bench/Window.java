package io.ganglion.bench;

/**
 * How long each measurement of a rate lasts: rounds of work until the time is over. A release
 * quotes windows of a minute and more, so that checkpoints and vacuum are in them.
 */
record Window(int seconds) {

  /** One round: answers how long it took, in seconds. */
  @FunctionalInterface
  interface Round {
    double wall() throws Exception;
  }

  /**
   * @param amount of work in each round
   * @return work a second, over as many whole rounds as fill the window
   */
  double rate(double amount, Round round) throws Exception {
    double took = 0;
    int rounds = 0;
    do {
      took += round.wall();
      rounds++;
    } while (took < seconds);
    return rounds * amount / took;
  }
}
