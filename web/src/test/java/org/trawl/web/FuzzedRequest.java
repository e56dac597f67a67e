package org.trawl.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import org.trawl.api.PackedList;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Words;

/// A request made of any bytes.
///
/// The first byte says how it is sent. Below 32, the rest is the request as it stands. Else it
/// names one of [#ROUTES]: up to 127 as a program, as a browser or as a HEAD, and the lines of the
/// rest are parameters, each a byte for one of [#NAMES] and the value; from 128 on the rest is
/// posted as it stands, as one of [#TYPES].
final class FuzzedRequest {
  private static final String LIST =
      new PackedList(ValueList.read("ann, #red, a.org", Words.ACCOUNTS), Role.ANY)
          .packed()
          .orElseThrow();

  /// Every route of the interface for programs and the pages that read most. A `*` is the value of
  /// the first parameter.
  static final List<String> ROUTES =
      List.of(
          "/",
          "/api/search",
          "/api/export",
          "/api/batch",
          "/api/suggest",
          "/api/archive",
          "/api/parse",
          "/api/tweets/*",
          "/api/accounts/*",
          "/api/accounts",
          "/api/pictures",
          "/advanced",
          "/tweets/*",
          "/accounts/*",
          "/media/*",
          "/api/media",
          "/healthz",
          "/api/names",
          "/api/coordination",
          "/lists",
          "/api/lists",
          "/api/exports/*",
          "/api/distinctive",
          "/api/operations",
          "/lists/" + LIST + "/search",
          "/api/network/edge",
          "/lists/" + LIST + "/facets-account",
          "/lists/" + LIST + "/api-export",
          "/api/facets/*",
          "/metrics",
          "/api/compare",
          "/docs/*");

  /// Every parameter there is, and one that there is not.
  static final List<String> NAMES =
      List.of(
          "q",
          "after",
          "since",
          "until",
          "filter",
          "exclude",
          "sort",
          "size",
          "least",
          "name",
          "order",
          "facets",
          "facetSize",
          "timeline",
          "copies",
          "format",
          "columns",
          "bom",
          "formulas",
          "text",
          "any",
          "all",
          "phrase",
          "none",
          "from",
          "to",
          "lang",
          "page",
          "x",
          "list",
          "listAccounts",
          "listWords",
          "clauses",
          "prefix",
          "contains",
          "queries",
          "file",
          "view",
          "mentions",
          "hashtags",
          "languages",
          "since_day",
          "until_day",
          "kind",
          "has",
          "likes",
          "retweets",
          "rest",
          "zone",
          "times",
          "manifest",
          "explain",
          "against",
          "edges",
          "interval",
          "items",
          "min",
          "of",
          "source",
          "table",
          "target",
          "type",
          "window",
          "headers",
          "ids",
          "progress",
          "groups");

  /// What a body is said to be; nothing is said for the first.
  static final List<String> TYPES =
      List.of(
          "",
          "application/x-www-form-urlencoded",
          "application/json",
          "multipart/form-data; boundary=x");

  private static final List<String> WAYS = List.of("GET", "BROWSER", "HEAD");
  private static final String HEADERS = "Host: localhost\r\n";
  static final int RAW_BELOW = 32;
  private static final int POST_FROM = 128;

  private FuzzedRequest() {}

  /// Whether an input is sent as it stands, without its first byte.
  static boolean isRaw(byte[] input) {
    return (input[0] & 0xff) < RAW_BELOW;
  }

  /// The bytes to send for an input, which has one byte or more.
  static byte[] of(byte[] input) {
    var rest = Arrays.copyOfRange(input, 1, input.length);
    if (isRaw(input)) {
      return rest;
    }
    int first = input[0] & 0xff;
    var path = ROUTES.get(first % ROUTES.size());
    return first < POST_FROM
        ? get(WAYS.get((first - RAW_BELOW) / ROUTES.size()), path, rest)
        : post(TYPES.get((first - POST_FROM) / ROUTES.size()), path, rest);
  }

  private static byte[] get(String way, String path, byte[] rest) {
    var head = way.equals("HEAD") ? "HEAD " : "GET ";
    // A browser gets the beginning of a page before its search is done.
    var accept = way.equals("BROWSER") ? "Accept: text/html\r\nSec-Fetch-Mode: navigate\r\n" : "";
    return (head + target(path, rest) + " HTTP/1.1\r\n" + HEADERS + accept + "\r\n")
        .getBytes(ISO_8859_1);
  }

  private static String target(String path, byte[] rest) {
    var parameters = parameters(rest);
    if (!path.contains("*")) {
      return path + "?" + parameters;
    }
    int end = parameters.indexOf('&') < 0 ? parameters.length() : parameters.indexOf('&');
    var more = parameters.substring(Math.min(parameters.length(), end + 1));
    var value = parameters.substring(parameters.indexOf('=') + 1, end);
    return path.replace("*", value) + (more.isEmpty() ? "" : "?" + more);
  }

  private static byte[] post(String type, String path, byte[] body) {
    var request = new ByteArrayOutputStream();
    var head =
        "POST "
            + path.replace("*", "x")
            + " HTTP/1.1\r\n"
            + HEADERS
            + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    request.writeBytes(head.getBytes(ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static String parameters(byte[] input) {
    var text = new StringBuilder();
    for (int at = 0; at < input.length; ) {
      int end = at + 1;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      text.append(text.isEmpty() ? "" : "&")
          .append(NAMES.get((input[at] & 0xff) % NAMES.size()))
          .append('=')
          .append(URLEncoder.encode(new String(input, at + 1, end - at - 1, UTF_8), UTF_8));
      at = end + 1;
    }
    return text.toString();
  }
}
