package io.ganglion.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import redis.embedded.core.ExecutableProvider;

/** A real Redis Cluster of three nodes on loopback, without replicas; it ends with the JVM. */
public final class RedisNodes {
  private static final int NODES = 3;
  private static final int SLOTS = 16_384;
  private static final int BUS = 10_000; // a node's own port is so much higher

  private final List<Integer> ports;

  private RedisNodes(List<Integer> ports) {
    this.ports = ports;
  }

  /** Starts the nodes, deals the slots out, and waits until each node knows of all. */
  public static RedisNodes start() {
    try {
      var folder = Files.createTempDirectory("ganglion-redis-cluster");
      var program = ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
      var ports = new ArrayList<Integer>();
      for (int node = 0; node < NODES; node++) {
        ports.add(start(program, folder.resolve("node" + node)));
      }
      var nodes = new RedisNodes(List.copyOf(ports));
      nodes.join();
      return nodes;
    } catch (IOException e) {
      throw new IllegalStateException("the cluster didn't start", e);
    }
  }

  public String url(int node) {
    return "redis://127.0.0.1:" + ports.get(node);
  }

  public int size() {
    return ports.size();
  }

  private static int start(Path program, Path home) throws IOException {
    Files.createDirectories(home);
    int port = port();
    var process =
        new ProcessBuilder(
                program.toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                home.toString(),
                "--save",
                "",
                "--cluster-enabled",
                "yes")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return port;
  }

  /** One whose neighbour for the nodes' own talk is free as well. */
  private static int port() {
    for (int tries = 0; ; tries++) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (var one = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
          var other = new ServerSocket(port + BUS, 1, InetAddress.getLoopbackAddress())) {
        return Math.min(one.getLocalPort(), other.getLocalPort());
      } catch (IOException e) {
        if (tries == 50) {
          throw new IllegalStateException("no two free ports", e);
        }
      }
    }
  }

  private void join() {
    for (int node = 0; node < NODES; node++) {
      int from = SLOTS * node / NODES;
      int to = SLOTS * (node + 1) / NODES;
      try (var client = RedisClient.create(RedisURI.create(url(node)))) {
        var redis =
            Patience.await("node " + node)
                .ignoreExceptions()
                .until(() -> client.connect().sync(), one -> one.ping().equals("PONG"));
        redis.clusterAddSlots(IntStream.range(from, to).toArray());
        redis.clusterMeet("127.0.0.1", ports.getFirst());
      }
    }
    for (int node = 0; node < NODES; node++) {
      try (var client = RedisClient.create(RedisURI.create(url(node)))) {
        var redis = client.connect().sync();
        Patience.await("the cluster")
            .until(
                redis::clusterInfo,
                info ->
                    info.contains("cluster_state:ok")
                        && info.contains("cluster_known_nodes:" + NODES));
      }
    }
  }
}
