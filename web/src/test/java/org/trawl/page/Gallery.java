package org.trawl.page;

import io.javalin.Javalin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Gallery {
  public static void main(String[] args) throws Exception {
    var templates = new Templates();
    var site = new Site("/assets/dev/");
    Javalin.create(
            config -> {
              config.routes.get(
                  "/",
                  ctx -> {
                    var address = SearchAddress.of(ctx.queryParamMap());
                    var view =
                        new SearchView(
                            address,
                            new QueryBox(
                                address.query(),
                                List.of(),
                                List.of(),
                                List.of(
                                    new QueryBox.Notice(
                                        "“and” in lower case is read as a word; write AND to"
                                            + " combine.")),
                                "the words “bridge” and “vote” in any form, in English, from 1"
                                    + " March 2012"),
                            Optional.of(
                                Answers.of(
                                    address,
                                    SampleAnswers.request(),
                                    SampleAnswers.result(),
                                    List.of())));
                    ctx.contentType("text/html; charset=utf-8")
                        .result(templates.render("search", Map.of("site", site, "view", view)));
                  });
              config.routes.get(
                  "/assets/dev/{name}",
                  ctx ->
                      ctx.contentType(Assets.type(ctx.path()))
                          .result(
                              Files.readAllBytes(
                                  Path.of("src/main/resources/org/trawl/page/static")
                                      .resolve(ctx.pathParam("name")))));
            })
        .start("127.0.0.1", 8471);
  }
}
