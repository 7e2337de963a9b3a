package io.ganglion.local;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code .ganglion/demo.json}: the demo tenant, so that the next start uses it again. Each field is
 * written as soon as it is known; a launcher killed in between goes on from there.
 *
 * @param tenant the demo tenant
 * @param apiKey a key of that tenant
 * @param agent its agent, once made
 * @param campaign the campaign that was started last, until its end was seen
 */
record DemoState(
    String tenant, String apiKey, @Nullable String agent, @Nullable Campaign campaign) {

  /**
   * @param key the idempotency key its start carries
   * @param workflow what runs
   * @param run the run, once its start was answered
   * @param journalSeq number of the last entry in the laboratory's journal before it
   */
  record Campaign(String key, String workflow, @Nullable String run, long journalSeq) {
    Campaign withRun(String started) {
      return new Campaign(key, workflow, started, journalSeq);
    }
  }

  static Optional<DemoState> read(StackDir dir) {
    return new PrivateFile(dir.demo()).readJson(DemoState.class);
  }

  DemoState write(StackDir dir) {
    new PrivateFile(dir.demo()).writeJson(this);
    return this;
  }

  DemoState withAgent(String made) {
    return new DemoState(tenant, apiKey, made, campaign);
  }

  DemoState withCampaign(@Nullable Campaign started) {
    return new DemoState(tenant, apiKey, agent, started);
  }

  @Override
  public String toString() {
    return "DemoState[" + tenant + "]"; // the key stays out of messages
  }
}
