package org.trawl.api.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkRequest.Rule;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.NetworkType;

/// A network as an address or a command line asks for it.
///
/// @param request what to count; what could not be read is left out of it
/// @param faults what is wrong with the parameters that are a network's own
public record NetworkQuestion(NetworkRequest request, List<Fault> faults) {
  public static final String TYPE = "type";

  /// A length of time, such as `60s`.
  public static final String WINDOW = "window";

  public static final String MIN = "min";
  public static final String ITEMS = "items";

  /// Most edges.
  public static final String EDGES = "edges";

  /// Edges unless told otherwise.
  public static final int USUAL_EDGES = 10_000;

  private static final int MOST = 1_000_000;

  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9}) ?([smhd]?)");

  /// The parameters that a network has besides those of a search.
  public static final List<String> PARAMETERS = List.of(TYPE, WINDOW, MIN, ITEMS, EDGES);

  public NetworkQuestion {
    faults = List.copyOf(faults);
  }

  /// Reads the parameters of a network.
  ///
  /// @param search the search of the same request
  public static NetworkQuestion read(SearchParameters search, ParameterReader reader) {
    var faults = new ArrayList<Fault>();
    var type = type(reader, faults);
    int min = reader.number(MIN, 1, MOST, 1);
    int items = reader.number(ITEMS, 1, MOST, 1);
    int edges = reader.number(EDGES, 1, NetworkRequest.MAX_SIZE, USUAL_EDGES);
    var window = window(reader, faults);
    var known = type.orElse(NetworkType.MENTION);
    if (type.isPresent() && !known.shares() && (window.isPresent() || items > 1)) {
      var name = window.isPresent() ? WINDOW : ITEMS;
      faults.add(
          Fault.of(
              name,
              name
                  + " is for the types same_…: a tweet makes an edge of "
                  + known.key()
                  + " by itself"));
    }
    faults.addAll(reader.faults());
    var rule =
        known.shares() ? new Rule(known, window, min, items) : new Rule(known, none(), min, 1);
    var asked = search.request();
    return new NetworkQuestion(
        new NetworkRequest(
            asked.query(), asked.selection(), rule, edges, asked.counting().budget()),
        faults.stream().distinct().toList());
  }

  private static Optional<Duration> none() {
    return Optional.empty();
  }

  private static Optional<NetworkType> type(ParameterReader reader, List<Fault> faults) {
    var text = reader.one(TYPE);
    var type = text.flatMap(NetworkType::named);
    if (type.isEmpty()) {
      faults.add(
          Fault.of(
              TYPE,
              text.map(NetworkQuestion::unknown)
                  .orElse("type must be given; there are " + types())));
    }
    return type;
  }

  /// What to say of a type that there is not.
  public static String unknown(String type) {
    return "there is no type " + ParameterReader.cut(type.strip()) + "; there are " + types();
  }

  /// The names of all types.
  public static String types() {
    return Arrays.stream(NetworkType.values())
        .map(NetworkType::key)
        .collect(Collectors.joining(", "));
  }

  private static Optional<Duration> window(ParameterReader reader, List<Fault> faults) {
    var text = reader.one(WINDOW);
    if (text.isEmpty()) {
      return none();
    }
    var window = Window.of(text.get());
    if (window.isEmpty()) {
      faults.add(Fault.of(WINDOW, Window.wrong(text.get())));
    }
    return window.flatMap(Window::length);
  }

  /// A window of time; without a length for any time.
  public record Window(Optional<Duration> length) {
    /// Reads one: a number with `s`, `m`, `h` or `d` behind, seconds without; or `none`.
    public static Optional<Window> of(String typed) {
      var text = typed.strip();
      if (text.equals("none")) {
        return Optional.of(new Window(Optional.empty()));
      }
      var read = LENGTH.matcher(text);
      if (!read.matches()) {
        return Optional.empty();
      }
      long number = Long.parseLong(read.group(1));
      var length =
          switch (read.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofSeconds(number);
          };
      return length.compareTo(Rule.MAX_WINDOW) > 0
          ? Optional.empty()
          : Optional.of(new Window(Optional.of(length)));
    }

    /// What to say of one that cannot be read.
    public static String wrong(String typed) {
      return "window must be a length of time such as 60s, 5m, 2h or 1d, at most "
          + Rule.MAX_WINDOW.toDays()
          + "d, or none; got “"
          + ParameterReader.cut(typed)
          + "”";
    }
  }

  /// What to say of a network that does not fit.
  public static Problem problem(NetworkTooLarge e) {
    return Problem.of(
        503,
        "This network takes "
            + e.neededMegabytes()
            + " MB of memory, and the server has "
            + e.freeMegabytes()
            + " MB for it now: narrow the search, or give the server more, such as"
            + " TRAWL_JAVA_OPTS=-Xmx4g");
  }
}
