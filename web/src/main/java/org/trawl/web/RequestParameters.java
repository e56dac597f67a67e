package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.trawl.api.Json;
import org.trawl.api.PackedList;
import org.trawl.api.PackedQuery;
import org.trawl.api.Problem;
import tools.jackson.core.JacksonException;

/// The parameters of a request: those of its address and, if it is a POST, those that its body
/// holds beside them. A body is a form, as pages and `curl -F` send it, or an object of JSON. It is
/// held in memory, and nothing of it is written anywhere.
public final class RequestParameters {
  /// More fields than any form here has.
  private static final int MAX_PARTS = 100;

  /// In the paths of routes, what stands for a list.
  private static final String LIST = "list";

  /// In the paths of routes, what stands for a query.
  private static final String QUERY = "query";

  /// The folders of searches whose list or query stands in the path, as parts of routes.
  public static final List<String> FOLDERS =
      List.of("/lists/{list}/", "/queries/{query}/", "/lists/{list}/queries/{query}/");

  private RequestParameters() {}

  /// The parameters, decoded, in the order they were sent.
  ///
  /// @throws Refused if they cannot be read
  public static Map<String, List<String>> parameters(Context ctx) {
    var all = new LinkedHashMap<String, List<String>>();
    add(all, address(ctx));
    list(ctx).ifPresent(list -> add(all, list.parameters()));
    query(ctx).ifPresent(query -> add(all, Map.of("q", List.of(query.text()))));
    if (ctx.method().equals(HandlerType.POST)) {
      add(all, body(ctx));
    }
    return all;
  }

  /// The parameters of the address alone.
  ///
  /// @throws Refused if they cannot be read
  public static Map<String, List<String>> address(Context ctx) {
    var text = ctx.queryString();
    return text == null ? Map.of() : read(text);
  }

  private static Map<String, List<String>> read(String text) {
    try {
      return FormText.read(text);
    } catch (FormText.Unreadable e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  /// The list that stands in a request's path; empty if its route has none.
  ///
  /// @throws Refused if it cannot be read
  public static Optional<PackedList> list(Context ctx) {
    return packed(ctx, LIST, PackedList::read);
  }

  /// The query that stands in a request's path; empty if its route has none.
  ///
  /// @throws Refused if it cannot be read
  public static Optional<PackedQuery> query(Context ctx) {
    return packed(ctx, QUERY, PackedQuery::read);
  }

  private static <T> Optional<T> packed(
      Context ctx, String part, Function<String, Optional<T>> reader) {
    if (!ctx.pathParamMap().containsKey(part)) {
      return Optional.empty();
    }
    var read = reader.apply(ctx.pathParam(part));
    if (read.isEmpty()) {
      throw Refused.notFound(
          "The "
              + part
              + " in this address cannot be read; perhaps it was cut off when it was copied.");
    }
    return read;
  }

  private static void add(Map<String, List<String>> all, Map<String, List<String>> more) {
    more.forEach(
        (name, values) -> all.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
  }

  private static Map<String, List<String>> body(Context ctx) {
    var bytes = RequestBody.of(ctx);
    if (bytes.length == 0) {
      return Map.of();
    }
    return switch (type(ctx)) {
      case "application/x-www-form-urlencoded" -> form(bytes);
      case "multipart/form-data" -> parts(ctx, bytes);
      case "application/json" -> json(bytes);
      default ->
          throw new Refused(
              Problem.of(
                  415,
                  "The parameters of a search are sent as a form (application/x-www-form-urlencoded"
                      + " or multipart/form-data) or as JSON (application/json)."));
    };
  }

  /// The kind of content that a request says it sends, without its parameters. Read from the header
  /// itself, as the servlet looks its character set up, and fails for one that there is not.
  static String type(Context ctx) {
    var header = ctx.req().getHeader("Content-Type");
    var type = header == null ? "" : header;
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, List<String>> form(byte[] bytes) {
    try {
      return FormText.read(FormText.utf8(bytes));
    } catch (FormText.Unreadable e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  /// A file that a request sends: a part of a form, or, where it sends no form, all of its body.
  ///
  /// @param field the part's name
  /// @return its bytes; empty if there is no such part, or nothing in it
  /// @throws Refused if the form cannot be read
  public static byte[] file(Context ctx, String field) {
    var bytes = RequestBody.of(ctx);
    if (!type(ctx).equals("multipart/form-data")) {
      return bytes;
    }
    return contents(ctx, bytes).getOrDefault(field, List.of(new byte[0])).getFirst();
  }

  private static Map<String, List<String>> parts(Context ctx, byte[] bytes) {
    var fields = new LinkedHashMap<String, List<String>>();
    contents(ctx, bytes)
        .forEach((name, parts) ->
            fields.put(name, parts.stream().map(RequestParameters::text).toList()));
    return fields;
  }

  private static Map<String, List<byte[]>> contents(Context ctx, byte[] bytes) {
    var boundary = MultiPart.extractBoundary(ctx.req().getHeader("Content-Type"));
    if (boundary == null) {
      throw refused("The form does not say what stands between its parts.");
    }
    var parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxMemoryFileSize(-1);
    parser.setMaxParts(MAX_PARTS);
    var source = Content.Source.from(ByteBuffer.wrap(bytes));
    try (var parts =
        Blocker.<MultiPartFormData.Parts>blockWithPromise(done -> parser.parse(source, done))) {
      var fields = new LinkedHashMap<String, List<byte[]>>();
      for (var part : parts) {
        if (part.getName() == null) {
          throw refused("A part of the form has no name.");
        }
        var content = Content.Source.asByteBuffer(part.getContentSource());
        var held = new byte[content.remaining()];
        content.get(held);
        fields.computeIfAbsent(part.getName(), key -> new ArrayList<>()).add(held);
      }
      return fields;
    } catch (Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw refused("The form cannot be read: its parts are not as forms have them.");
    }
  }

  private static Map<String, List<String>> json(byte[] bytes) {
    try {
      var json = Json.MAPPER.readTree(bytes);
      if (!json.isObject()) {
        throw refused("The JSON must be an object, of parameters by their names.");
      }
      var fields = new LinkedHashMap<String, List<String>>();
      if (json.properties().stream().mapToInt(field -> Math.max(1, field.getValue().size())).sum()
          > FormText.MAX_PARAMETERS) {
        throw refused(String.valueOf(FormText.tooMany().getMessage()));
      }
      for (var field : json.properties()) {
        var values = new ArrayList<String>();
        if (field.getValue().isArray()) {
          field.getValue().forEach(value -> values.add(value.asString("")));
        } else {
          values.add(field.getValue().asString(""));
        }
        fields.put(field.getKey(), values);
      }
      return fields;
    } catch (JacksonException e) {
      throw refused("The body is not JSON.");
    }
  }

  /// A text file: UTF-8, or the UTF-16 that spreadsheets write, known by its mark.
  static String text(byte[] bytes) {
    boolean isWide =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    return new String(bytes, isWide ? UTF_16 : UTF_8);
  }

  private static Refused refused(String detail) {
    return new Refused(Problem.of(400, detail));
  }
}
