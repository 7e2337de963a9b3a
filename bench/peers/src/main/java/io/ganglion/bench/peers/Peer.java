package io.ganglion.bench.peers;

/** Another durable engine, under our workloads. */
interface Peer extends AutoCloseable {
  /** Steps of a run. */
  int STEPS = 10;

  /**
   * Steps a second over runs of {@link #STEPS} sequential durable steps.
   *
   * @param inFlight how many runs go on at once
   */
  double steps(int inFlight, int runs) throws Exception;

  /** Milliseconds of one such run with nothing beside it: the median of so many. */
  double lone(int runs) throws Exception;

  /** Milliseconds after its time that all but one of a hundred of so many equal timers fire. */
  double timers(int count) throws Exception;

  @Override
  void close();
}
