package org.trawl.web;

import io.javalin.http.Context;

/// How an answer is written that is a table, too.
enum TableFormat {
  JSON,
  CSV;

  /// Answers with a table as a file.
  ///
  /// @param name what the file's name ends in
  void table(Context ctx, String name, String csv) {
    ctx.header("Content-Disposition", "attachment; filename=\"trawl-" + name + ".csv\"");
    ctx.contentType("text/csv; charset=utf-8").result(csv);
  }
}
