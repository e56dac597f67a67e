package org.trawl.web;

import org.trawl.api.Problem;

/// Ends a request with a problem.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  // A problem is a record of texts and numbers; nobody serializes this.
  private final transient Problem problem;

  public Refused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /// Ends a request with 404.
  public static Refused notFound(String detail) {
    return new Refused(Problem.of(404, detail));
  }

  Problem problem() {
    return problem;
  }
}
