package org.trawl.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trawl.api.Json;
import tools.jackson.databind.JsonNode;

/// The interface's description as a page for people, made once from `openapi.json`, so that the two
/// cannot differ.
final class DocsPage {
  /// The way back to the pages.
  private static final String MASTHEAD =
      """
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <a class="wordmark" href="/" title="Trawl: start page"><img src="/docs/trawl.svg" alt="" width="28" height="28">Trawl</a>
      <nav aria-label="Trawl">
      <a href="/saved">Saved</a>
      <a href="/archive">Archive</a>
      <a href="/help">Help</a>
      </nav>
      </header>
      """;

  private final JsonNode api;
  private final StringBuilder out = new StringBuilder(64 << 10);

  private DocsPage(JsonNode api) {
    this.api = api;
  }

  /// @param openapi the description
  static String html(String openapi) {
    return new DocsPage(Json.MAPPER.readTree(openapi)).page();
  }

  private String page() {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<title>The interface for programs · Trawl</title>\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<link rel=\"icon\" href=\"/docs/trawl.svg\" type=\"image/svg+xml\">\n");
    out.append("<link rel=\"stylesheet\" href=\"/docs/docs.css\">\n</head>\n<body>\n");
    out.append(MASTHEAD);
    out.append("<main id=\"main\">\n");
    element("h1", "The interface for programs");
    element("p", api.at("/info/description").asString());
    out.append("<p>As a file for tools: <a href=\"/openapi.json\">openapi.json</a>.</p>\n<ul>\n");
    for (var path : api.get("paths").properties()) {
      out.append("<li><a href=\"#").append(anchor(path.getKey())).append("\"><code>");
      text(path.getKey());
      out.append("</code></a> ");
      text(path.getValue().properties().iterator().next().getValue().get("summary").asString());
      out.append("</li>\n");
    }
    out.append("</ul>\n");
    for (var path : api.get("paths").properties()) {
      var id = anchor(path.getKey());
      for (var method : path.getValue().properties()) {
        operation(id, path.getKey(), method.getKey(), method.getValue());
        id += "-also";
      }
    }
    schemas();
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void operation(String id, String path, String method, JsonNode operation) {
    out.append("<section id=\"").append(id).append("\">\n<h2><span class=\"method\">");
    text(method.toUpperCase(java.util.Locale.ROOT));
    out.append("</span> <code>");
    text(path);
    out.append("</code></h2>\n");
    element("p", operation.get("summary").asString() + ".");
    if (operation.has("description")) {
      element("p", operation.get("description").asString());
    }
    if (operation.has("parameters")) {
      begin("parameter", "meaning", "values");
      for (var parameter : operation.get("parameters")) {
        var resolved = resolve(parameter);
        boolean required = resolved.path("required").asBoolean(false);
        row(
            resolved.get("name").asString(),
            resolved.get("description").asString() + (required ? " Must be given." : ""),
            type(resolved.get("schema")));
      }
      end();
    }
    if (operation.has("requestBody")) {
      element("p", "The body is one of these: " + content(operation.get("requestBody")) + ".");
    }
    begin("status", "meaning", "content");
    for (var response : operation.get("responses").properties()) {
      var resolved = resolve(response.getValue());
      row(response.getKey(), resolved.get("description").asString(), content(resolved));
    }
    end();
    out.append("</section>\n");
  }

  private String content(JsonNode response) {
    return response.path("content").properties().stream()
        .map(media -> media.getKey() + ": " + type(media.getValue().get("schema")))
        .collect(Collectors.joining("; "));
  }

  private void schemas() {
    for (var schema : api.at("/components/schemas").properties()) {
      out.append("<section id=\"schema-").append(schema.getKey()).append("\">\n");
      element("h2", schema.getKey());
      if (schema.getValue().has("description")) {
        element("p", schema.getValue().get("description").asString());
      }
      var members = schema.getValue().path("properties").properties();
      if (!members.isEmpty()) {
        begin("member", "meaning", "values");
        for (var member : members) {
          row(
              member.getKey(),
              member.getValue().path("description").asString(""),
              type(member.getValue()));
        }
        end();
      }
      out.append("</section>\n");
    }
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asString().substring(1)) : node;
  }

  /// What values a schema allows, in a few words.
  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      var ref = schema.get("$ref").asString();
      return ref.substring(ref.lastIndexOf('/') + 1);
    }
    if (schema.has("anyOf")) {
      return list(schema.get("anyOf")).stream()
          .map(DocsPage::type)
          .collect(Collectors.joining(" or "));
    }
    if (schema.has("enum")) {
      return list(schema.get("enum")).stream()
          .map(JsonNode::asString)
          .collect(Collectors.joining(", "));
    }
    var type =
        schema.get("type").isArray()
            ? list(schema.get("type")).stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(" or "))
            : schema.get("type").asString();
    return switch (type) {
      case "array" -> "list of " + type(schema.get("items"));
      case "object" ->
          schema.path("additionalProperties").isObject()
              ? "object of " + type(schema.get("additionalProperties"))
              : members(schema);
      default -> type + bounds(schema);
    };
  }

  private static String members(JsonNode schema) {
    var names = schema.path("properties").propertyNames();
    return names.isEmpty() ? "object" : "object of " + String.join(", ", names);
  }

  private static String bounds(JsonNode schema) {
    var text = new StringBuilder();
    if (schema.has("minimum") && schema.has("maximum")) {
      text.append(" from ").append(schema.get("minimum").asString());
      text.append(" to ").append(schema.get("maximum").asString());
    }
    if (schema.has("default")) {
      text.append(", else ").append(schema.get("default").asString());
    }
    return text.toString();
  }

  private static List<JsonNode> list(JsonNode array) {
    var list = new ArrayList<JsonNode>();
    array.forEach(list::add);
    return list;
  }

  private void begin(String... heads) {
    out.append("<div class=\"table\"><table>\n<thead><tr>");
    for (var head : heads) {
      out.append("<th scope=\"col\">").append(head).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
  }

  private void row(String name, String meaning, String values) {
    out.append("<tr><td><code>");
    text(name);
    out.append("</code></td><td>");
    text(meaning);
    out.append("</td><td>");
    text(values);
    out.append("</td></tr>\n");
  }

  private void end() {
    out.append("</tbody></table></div>\n");
  }

  private void element(String tag, String content) {
    out.append('<').append(tag).append('>');
    text(content);
    out.append("</").append(tag).append(">\n");
  }

  private static String anchor(String path) {
    return path.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /// Text, with what stands between backticks as code.
  private void text(String text) {
    boolean code = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '`' -> {
          out.append(code ? "</code>" : "<code>");
          code = !code;
        }
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }
}
