package org.trawl.api.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.NetworkType;

/// Who acted together, as an address or a command line asks for it.
///
/// @param request what to count; what could not be read has its usual value
/// @param faults what is wrong with the parameters that are its own
public record CoordinationQuestion(CoordinationRequest request, List<Fault> faults) {
  /// Most groups.
  public static final String GROUPS = "groups";

  public static final int USUAL_GROUPS = 50;

  /// A minute: what people do who are told to, and programs do at once.
  public static final Duration USUAL_WINDOW = Duration.ofSeconds(60);

  public static final int USUAL_ITEMS = 2;

  /// The parameters besides those of a search.
  public static final List<String> PARAMETERS =
      List.of(NetworkQuestion.TYPE, NetworkQuestion.WINDOW, NetworkQuestion.ITEMS, GROUPS);

  public CoordinationQuestion {
    faults = List.copyOf(faults);
  }

  /// Reads the parameters.
  ///
  /// @param search the search of the same request
  public static CoordinationQuestion read(SearchParameters search, ParameterReader reader) {
    var faults = new ArrayList<Fault>();
    var type = type(reader, faults);
    var window = window(reader, faults);
    int items = reader.number(NetworkQuestion.ITEMS, 1, 1_000_000, USUAL_ITEMS);
    int groups = reader.number(GROUPS, 1, CoordinationRequest.MAX_SIZE, USUAL_GROUPS);
    faults.addAll(reader.faults());
    var asked = search.request();
    return new CoordinationQuestion(
        new CoordinationRequest(
            asked.query(),
            asked.selection(),
            type,
            window,
            items,
            groups,
            asked.counting().budget()),
        faults.stream().distinct().toList());
  }

  private static NetworkType type(ParameterReader reader, List<Fault> faults) {
    var text = reader.one(NetworkQuestion.TYPE);
    var type = text.flatMap(NetworkType::named).filter(NetworkType::shares);
    if (text.isPresent() && type.isEmpty()) {
      faults.add(
          Fault.of(
              NetworkQuestion.TYPE,
              "there is no type "
                  + ParameterReader.cut(text.get().strip())
                  + " of acting together; there are "
                  + types()));
    }
    return type.orElse(NetworkType.SAME_TEXT);
  }

  /// The names of all types.
  public static String types() {
    return Arrays.stream(NetworkType.values())
        .filter(NetworkType::shares)
        .map(NetworkType::key)
        .collect(Collectors.joining(", "));
  }

  private static Duration window(ParameterReader reader, List<Fault> faults) {
    var text = reader.one(NetworkQuestion.WINDOW);
    if (text.isEmpty()) {
      return USUAL_WINDOW;
    }
    var window =
        NetworkQuestion.Window.of(text.get())
            .flatMap(NetworkQuestion.Window::length)
            .filter(length -> length.compareTo(CoordinationRequest.MAX_WINDOW) <= 0);
    if (window.isEmpty()) {
      faults.add(
          Fault.of(
              NetworkQuestion.WINDOW,
              "window must be a length of time such as 60s or 5m, at most "
                  + CoordinationRequest.MAX_WINDOW.toHours()
                  + "h; got “"
                  + ParameterReader.cut(text.get())
                  + "”"));
    }
    return window.orElse(USUAL_WINDOW);
  }
}
