package org.trawl.api;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a request is not answered, as RFC 9457 has it. Holds nothing of the machine's inside.
///
/// @param status the HTTP status
/// @param detail what is wrong here, for people
/// @param faults what to mend, where it is the request's fault
public record Problem(int status, String detail, List<Fault> faults) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    requireNonNull(detail, "detail");
    faults = List.copyOf(faults);
  }

  /// One thing to mend in a request.
  ///
  /// @param parameter the parameter it is in
  /// @param spot where in the parameter's value; empty for all of it
  /// @param suggestion how to mend it, for people
  /// @param mended the whole value as it should perhaps be
  public record Fault(
      String parameter,
      String detail,
      Optional<Span> spot,
      Optional<String> suggestion,
      Optional<String> mended) {
    public Fault {
      requireNonNull(parameter, "parameter");
      requireNonNull(detail, "detail");
      requireNonNull(spot, "spot");
      requireNonNull(suggestion, "suggestion");
      requireNonNull(mended, "mended");
    }

    /// A value that is wrong as a whole.
    public static Fault of(String parameter, String detail) {
      return new Fault(parameter, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("detail", detail);
      json.put("parameter", parameter);
      spot.ifPresent(at -> {
        json.put("position", at.position);
        json.put("length", at.length);
      });
      suggestion.ifPresent(text -> json.put("suggestion", text));
      mended.ifPresent(text -> json.put("mended", text));
      return json;
    }
  }

  /// Part of a value, in UTF-16 units.
  public record Span(int position, int length) {}

  /// A problem without a place.
  public static Problem of(int status, String detail) {
    return new Problem(status, detail, List.of());
  }

  /// A request with faults.
  ///
  /// @param faults one or more
  public static Problem of(List<Fault> faults) {
    return new Problem(400, faults.getFirst().detail, faults);
  }

  /// What kind of problem it is; the same for all of a status.
  public String title() {
    return switch (status) {
      case 400 -> "The request cannot be read as it stands";
      case 401 -> "Who asks?";
      case 403 -> "Not allowed";
      case 404 -> "There is nothing here";
      case 405 -> "This address does not take that method";
      case 408 -> "The request came too slowly";
      case 413 -> "The request is too large";
      case 414, 431 -> "The address or the headers are too long";
      case 415 -> "This kind of content is not read here";
      case 421 -> "The server does not go by that name";
      case 429 -> "Too many requests";
      case 501 -> "This is not done here";
      case 503 -> "The server is busy";
      default -> status < 500 ? "The request cannot be answered" : "The server failed";
    };
  }

  /// As it is sent: the first fault's members stand beside `detail`, all faults in `errors`.
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "about:blank");
    json.put("title", title());
    json.put("status", status);
    json.put("detail", detail);
    if (!faults.isEmpty()) {
      faults.getFirst().json().forEach(json::putIfAbsent);
      json.put("errors", faults.stream().map(Fault::json).toList());
    }
    return json;
  }
}
