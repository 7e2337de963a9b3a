package io.ganglion.faults;

import io.ganglion.testing.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A worker's network loses 5 to 30 % of the packets between it and the database, and for longer
 * than the lease all of them: another rescues its runs, and when the network heals its writes are
 * fenced.
 */
@Tag("faults")
@ExtendWith(NoneLeft.class)
@Tag("long")
class NetworkFaultTest {
  private static final int ROUNDS = 12;
  private static final int RUNS = 20;
  private static final long LOSSY_MS = 4_000;
  private static final long PARTED_MS = 9_000;

  @Test
  void lost_packets_and_partitions_lose_and_duplicate_nothing() throws Exception {
    var random = Seed.random("lossy network × " + ROUNDS);
    int front = Stack.freePort();
    try (var one = LossyWire.to(Stack.databaseUrl());
        var two = LossyWire.to(Stack.databaseUrl());
        var api = BackendProcess.start("api,lab", front, front).ready();
        var storm = new Storm(api, random);
        var first = worker(front, one).ready();
        var second = worker(front, two).ready()) {
      Assumptions.assumeTrue(
          nft("add table inet ganglion_faults"),
          "needs root and nftables: apt-get install nftables");
      try {
        for (int r = 0; r < ROUNDS; r++) {
          int port = (r % 2 == 0 ? one : two).port();
          storm.start(RUNS);
          lose(port, random.nextInt(5, 31));
          Thread.sleep(LOSSY_MS);
          storm.start(RUNS);
          if (r % 3 == 0) {
            lose(port, 100);
            Thread.sleep(PARTED_MS);
          }
          nft("delete chain inet ganglion_faults out");
        }
      } finally {
        nft("delete table inet ganglion_faults");
      }
      storm.verdict();
    }
  }

  private static BackendProcess worker(int front, LossyWire wire) throws IOException {
    return BackendProcess.start(
        "worker",
        Stack.freePort(),
        front,
        Map.of("GANGLION_DB_URL", wire.through(Stack.databaseUrl())));
  }

  /** Drops so many of a hundred packets from and to a port, from now on. */
  private static void lose(int port, int percent) throws IOException, InterruptedException {
    var chance = percent == 100 ? "" : "numgen random mod 100 < %d ".formatted(percent);
    nft(
        """
        flush chain inet ganglion_faults out
        add rule inet ganglion_faults out tcp dport %1$d %2$sdrop
        add rule inet ganglion_faults out tcp sport %1$d %2$sdrop
        """
            .formatted(port, chance),
        "add chain inet ganglion_faults out { type filter hook output priority 0; policy accept; }");
  }

  private static void nft(String rules, String chain) throws IOException, InterruptedException {
    if (!nft(chain + "\n" + rules)) {
      throw new IllegalStateException("nft refused: " + rules);
    }
  }

  private static boolean nft(String rules) throws IOException, InterruptedException {
    try {
      var nft = new ProcessBuilder("nft", "-f", "-").inheritIO();
      nft.redirectInput(ProcessBuilder.Redirect.PIPE);
      var process = nft.start();
      try (var in = process.getOutputStream()) {
        in.write(rules.getBytes(StandardCharsets.UTF_8));
      }
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
