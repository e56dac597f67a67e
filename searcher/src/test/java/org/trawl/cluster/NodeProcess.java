package org.trawl.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/// One OpenSearch node, as a program of its own: `NodeProcess NUMBER HTTP_PORT TRANSPORT_PORT
/// FOLDER TRANSPORT_PORTS [SETTING=VALUE]...`, where the last ports are those of all nodes.
public final class NodeProcess {
  private NodeProcess() {}

  public static void main(String[] args) throws Exception {
    int number = Integer.parseInt(args[0]);
    var folder = Path.of(args[3]);
    var ports = args[4].split(",");
    var runner = new OpenSearchRunner();
    runner.onBuild((_, settings) -> {
      settings.put("cluster.name", "trawl-test");
      settings.put("node.name", "node-" + number);
      settings.put("network.host", "127.0.0.1");
      settings.put("http.port", args[1]);
      settings.put("transport.port", args[2]);
      var seeds = new ArrayList<String>();
      var names = new ArrayList<String>();
      for (int i = 0; i < ports.length; i++) {
        seeds.add("127.0.0.1:" + ports[i]);
        names.add("node-" + (i + 1));
      }
      if (ports.length > 1) {
        settings.put("discovery.type", "zen");
        settings.putList("discovery.seed_hosts", seeds);
        settings.putList("cluster.initial_cluster_manager_nodes", names);
      }
      // The disk of a developer's machine is none of a test's business.
      settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
      settings.put("cluster.fault_detection.follower_check.interval", "1s");
      for (int i = 5; i < args.length; i++) {
        var setting = args[i].split("=", 2);
        settings.put(setting[0], setting[1]);
      }
    });
    runner.build(
        OpenSearchRunner.newConfigs()
            .numOfNode(1)
            .basePath(folder.toString())
            .clusterName("trawl-test"));
    System.out.println("started");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              try {
                runner.close();
              } catch (IOException e) {
                System.err.println(e);
              }
            }));
    new CountDownLatch(1).await();
  }
}
