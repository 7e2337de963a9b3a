package io.ganglion.bench.peers;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * One peer as a process: reads a workload a line ({@code steps 128 2000}, {@code lone 200}, {@code
 * timers 5000}) and answers each with one number.
 */
public final class Main {
  private static final int CONNECTIONS = 16;

  private Main() {}

  /**
   * @param arguments the peer's name, and its database: address, user and password
   */
  public static void main(String[] arguments) throws Exception {
    var database = new Database(arguments[1], arguments[2], arguments[3], CONNECTIONS);
    try (var pool = database.pool();
        Peer peer =
            switch (arguments[0]) {
              case "dbos" -> new Dbos(pool);
              case "db-scheduler" -> new DbScheduler(pool);
              default -> throw new IllegalArgumentException("no peer " + arguments[0]);
            };
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (var line = orders.readLine(); line != null; line = orders.readLine()) {
        System.out.println(measure(peer, line.split(" ", -1)));
      }
    }
    System.exit(0); // a peer may keep threads of its own
  }

  private static double measure(Peer peer, String[] order) throws Exception {
    return switch (order[0]) {
      case "steps" -> peer.steps(Integer.parseInt(order[1]), Integer.parseInt(order[2]));
      case "lone" -> peer.lone(Integer.parseInt(order[1]));
      case "timers" -> peer.timers(Integer.parseInt(order[1]));
      default -> throw new IllegalArgumentException("no workload " + order[0]);
    };
  }
}
