package org.trawl.page.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;
import org.trawl.api.SafeCell;
import org.trawl.web.BasePath;

/// Renders the templates of `src/main/jte`, which the build compiled. Thread-safe.
public final class Templates {
  private final TemplateEngine engine;
  private final BasePath base;

  /// The compiled templates, of a server at its host's root.
  public Templates() {
    this(BasePath.ROOT);
  }

  /// The compiled templates.
  ///
  /// @param base where the addresses of the pages begin
  public Templates(BasePath base) {
    this(
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.trawl.page.generated"),
        base);
  }

  private Templates(TemplateEngine engine, BasePath base) {
    this.engine = engine;
    this.base = base;
  }

  /// One page as UTF-8.
  ///
  /// @param name the template, such as `search`
  /// @param parameters its parameters by name
  public byte[] render(String name, Map<String, Object> parameters) {
    var output = new Utf8ByteOutput();
    engine.render(name + ".jte", parameters, output);
    var page = ShownControls.in(output.toByteArray());
    return base.path().isEmpty() ? page : base.in(new String(page, UTF_8)).getBytes(UTF_8);
  }

  /// What stands around a page's content.
  public record Frame(String before, String after) {}

  /// What a template has around the content it is given.
  ///
  /// @param name a template that writes its parameter `content` once
  /// @param parameters its other parameters by name
  public Frame frame(String name, Map<String, Object> parameters) {
    var output = new StringOutput();
    var before = new StringBuilder();
    Content content = _ -> before.append(output);
    var all = new HashMap<>(parameters);
    all.put("content", content);
    engine.render(name + ".jte", all, output);
    return new Frame(shown(before.toString()), shown(output.toString().substring(before.length())));
  }

  private String shown(String part) {
    return base.in(SafeCell.withoutControls(part));
  }
}
