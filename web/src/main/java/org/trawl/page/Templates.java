package org.trawl.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

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
    return output.toByteArray();
  }
}
