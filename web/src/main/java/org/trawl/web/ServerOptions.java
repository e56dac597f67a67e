package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.trawl.web.access.Credentials;
import org.trawl.web.access.FramedBy;

/// How a server runs.
///
/// @param logQueries whether the log names what was searched; people's searches are private
public record ServerOptions(Network network, Limits limits, Access access, boolean logQueries) {
  /// On loopback, at the contract's port, for anyone on this machine.
  public static final ServerOptions DEFAULT =
      new ServerOptions(Network.LOOPBACK, Limits.DEFAULT, Access.ANYONE, false);

  public ServerOptions {
    requireNonNull(network, "network");
    requireNonNull(limits, "limits");
    requireNonNull(access, "access");
  }

  /// These options on another port; 0 for any that is free.
  public ServerOptions onPort(int port) {
    return new ServerOptions(network.onPort(port), limits, access, logQueries);
  }

  /// These options with other limits.
  public ServerOptions with(Limits others) {
    return new ServerOptions(network, others, access, logQueries);
  }

  /// Where it listens.
  ///
  /// @param host the address to listen at
  /// @param port 0 for any that is free
  /// @param base where a proxy has it
  public record Network(String host, int port, BasePath base) {
    public static final Network LOOPBACK = new Network("127.0.0.1", 8080, BasePath.ROOT);

    public Network {
      requireNonNull(host, "host");
      requireNonNull(base, "base");
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
      }
    }

    Network onPort(int other) {
      return new Network(host, other, base);
    }
  }

  /// Who is let in.
  ///
  /// @param hostNames names by which the server may be asked for, besides `localhost` and plain
  ///   addresses; in lower case, without port
  /// @param trustedProxies addresses whose `X-Forwarded-For` is believed
  /// @param origins web sites whose scripts may read answers, such as `https://example.org`
  /// @param credentials who may ask; empty for anyone
  /// @param framedBy web sites that may show charts in a frame
  public record Access(
      Set<String> hostNames,
      Set<String> trustedProxies,
      Set<String> origins,
      Optional<Credentials> credentials,
      FramedBy framedBy) {
    public static final Access ANYONE = new Access(Set.of(), Set.of(), Set.of(), Optional.empty());

    public Access {
      hostNames = Set.copyOf(hostNames);
      trustedProxies = Set.copyOf(trustedProxies);
      origins = Set.copyOf(origins);
      requireNonNull(credentials, "credentials");
      requireNonNull(framedBy, "framedBy");
    }

    /// Framed by nobody.
    public Access(
        Set<String> hostNames,
        Set<String> trustedProxies,
        Set<String> origins,
        Optional<Credentials> credentials) {
      this(hostNames, trustedProxies, origins, credentials, FramedBy.NOBODY);
    }
  }

  /// How much work it takes on.
  ///
  /// @param stop how long a stopping server waits for what it took
  public record Limits(Searches searches, Clients clients, Duration stop) {
    public static final Limits DEFAULT =
        new Limits(Searches.DEFAULT, Clients.DEFAULT, Duration.ofSeconds(10));

    public Limits {
      requireNonNull(searches, "searches");
      requireNonNull(clients, "clients");
      requireNonNull(stop, "stop");
    }
  }

  /// Bounds on searches.
  ///
  /// @param atOnce searches that run at once
  /// @param waiting searches that may wait for their turn
  /// @param patience how long one waits at most
  /// @param budget how long one may run
  public record Searches(int atOnce, int waiting, Duration patience, Duration budget) {
    /// As many as there are processors. A short queue: who waits behind more would wait longer than
    /// most searches take.
    public static final Searches DEFAULT =
        new Searches(processors(), 3 * processors(), Duration.ofSeconds(2), Duration.ofSeconds(10));

    public Searches {
      if (atOnce < 1 || waiting < 0) {
        throw new IllegalArgumentException(
            "searches must be 1 or more at once and 0 or more waiting, got "
                + atOnce
                + " and "
                + waiting);
      }
      requireNonNull(patience, "patience");
      requireNonNull(budget, "budget");
    }

    /// These bounds with another time budget.
    public Searches within(Duration other) {
      return new Searches(atOnce, waiting, patience, other);
    }

    private static int processors() {
      return Runtime.getRuntime().availableProcessors();
    }
  }

  /// Bounds on clients.
  ///
  /// @param requestsPerMinute of one client; 0 for no bound
  /// @param exports exports and batches that run at once, of all clients
  /// @param connections open at once, of all clients
  /// @param bodyBytes of one request
  /// @param patience how long the first request of a connection may take to arrive
  public record Clients(
      int requestsPerMinute, int exports, int connections, int bodyBytes, Duration patience) {
    /// No bound by the minute, as a server on loopback has one user.
    public static final Clients DEFAULT = new Clients(0, 4, 2_000, 8 << 20, Duration.ofSeconds(20));

    public Clients {
      if (requestsPerMinute < 0 || exports < 1 || connections < 1 || bodyBytes < 1) {
        throw new IllegalArgumentException("bounds on clients must be above 0");
      }
      requireNonNull(patience, "patience");
    }

    /// These bounds with another number of requests a minute.
    public Clients atMost(int otherRequestsPerMinute) {
      return new Clients(otherRequestsPerMinute, exports, connections, bodyBytes, patience);
    }
  }
}
