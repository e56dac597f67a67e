package org.trawl.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;
import org.trawl.api.SafeCell;

/// Renders the templates of `src/main/jte`, which the build compiled. Thread-safe.
public final class Templates {
  private final TemplateEngine engine;

  /// The compiled templates.
  public Templates() {
    this(
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.trawl.page.generated"));
  }

  Templates(TemplateEngine engine) {
    this.engine = engine;
  }

  /// One page as UTF-8.
  ///
  /// @param name the template, such as `search`
  /// @param parameters its parameters by name
  byte[] render(String name, Map<String, Object> parameters) {
    var output = new Utf8ByteOutput();
    engine.render(name + ".jte", parameters, output);
    return ShownControls.in(output.toByteArray());
  }

  /// What stands around a page's content.
  record Frame(String before, String after) {}

  /// What a template has around the content it is given.
  ///
  /// @param name a template that writes its parameter `content` once
  /// @param parameters its other parameters by name
  Frame frame(String name, Map<String, Object> parameters) {
    var output = new StringOutput();
    var before = new StringBuilder();
    Content content = _ -> before.append(output);
    var all = new HashMap<>(parameters);
    all.put("content", content);
    engine.render(name + ".jte", all, output);
    return new Frame(
        SafeCell.withoutControls(before.toString()),
        SafeCell.withoutControls(output.toString().substring(before.length())));
  }
}
