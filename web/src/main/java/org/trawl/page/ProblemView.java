package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.trawl.api.Problem;

/// A page in place of the one that was asked for.
///
/// @param again the address to try again with; empty if the request cannot just be repeated
public record ProblemView(Problem problem, Optional<String> again) {
  public ProblemView {
    requireNonNull(problem, "problem");
    requireNonNull(again, "again");
  }

  /// Whether the same request may well be answered later.
  public boolean passes() {
    return switch (problem.status()) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /// What happened, in a few words.
  public String title() {
    return switch (problem.status()) {
      case 429 -> "Too many requests from here";
      case 500 -> "Something went wrong on the server";
      case 503 -> "The server is busy";
      default -> problem.title();
    };
  }

  /// What can be done about it.
  public String advice() {
    if (!passes()) {
      return "";
    }
    if (again.isEmpty()) {
      return "Nothing is lost: go back to what you sent, and send it again.";
    }
    return problem.status() == 500
        ? "Nothing is lost: the address holds all of your search. If it fails again, tell whoever"
            + " runs this server."
        : "Nothing is lost: the address holds all of your search. Try it again in a moment.";
  }
}
