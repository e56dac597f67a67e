package org.trawl.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder of a proxy's host below which everything of this server is, such as `/trawl`; empty
/// for the host itself.
///
/// Inside the server there is no such folder: requests lose it at the door, whether the proxy
/// leaves it or not, and answers get it on their way out. So no page can forget it.
///
/// @param path without a slash at its end
public record BasePath(String path) {
  private static final Pattern SHAPE = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  /// What stands at the beginning of this server's own addresses: a base path that begins so could
  /// not be told from them.
  private static final Set<String> OWN =
      Set.of(
          "accounts",
          "advanced",
          "api",
          "archive",
          "assets",
          "charts",
          "compare",
          "coordination",
          "distinctive",
          "docs",
          "export",
          "facets",
          "healthz",
          "help",
          "lists",
          "media",
          "metrics",
          "names",
          "network",
          "openapi.json",
          "operations",
          "pictures",
          "queries",
          "saved",
          "tweets");

  private static final Pattern TAG =
      Pattern.compile("<[a-zA-Z](?:[^<>\"]++|\"[^\"]*+\")*+>", Pattern.DOTALL);

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(\\s(?:href|src|srcset|action|data-copy|data-of|data-peculiar)=\"|\\scontent=\"0;"
              + " url=)(?=/(?!/))");

  /// One attribute after the other, so that the text of one is never taken for another.
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s[a-zA-Z-]+(?:=\"[^\"]*+\")?");

  /// The host itself.
  public static final BasePath ROOT = new BasePath("");

  public BasePath {
    if (!SHAPE.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "base-path is a path such as /trawl, of letters, digits and . _ ~ -, without a slash at"
              + " its end, got "
              + path);
    }
    var first = path.isEmpty() ? "" : path.substring(1).split("/", 2)[0];
    if (OWN.contains(first) || first.equals(".") || first.equals("..")) {
      throw new IllegalArgumentException(
          "base-path cannot begin with /" + first + ", which is an address of the server's own");
    }
  }

  /// The base path of a text as people type it: with or without slashes at its ends.
  public static BasePath of(String typed) {
    var bare = typed.replaceAll("^/+|/+$", "");
    return new BasePath(bare.isEmpty() ? "" : "/" + bare);
  }

  /// An address of this server as the outside knows it. What is relative stays so.
  public String to(String address) {
    return address.startsWith("/") ? path + address : address;
  }

  /// Whether a path is the base itself, without the slash that makes its pages relative to it.
  boolean isBare(String asked) {
    return !path.isEmpty() && asked.equals(path);
  }

  /// A path that was asked for, as the server's own routes know it.
  String inside(String asked) {
    return !path.isEmpty() && asked.startsWith(path + "/") ? asked.substring(path.length()) : asked;
  }

  /// A page with all of its addresses below the base path. Only tags are looked at, so that what
  /// tweets say stays as it is.
  public String in(String html) {
    if (path.isEmpty()) {
      return html;
    }
    var out = new StringBuilder(html.length() + 4_096);
    var tag = TAG.matcher(html);
    int done = 0;
    while (tag.find()) {
      out.append(html, done, tag.start()).append(tag(tag.group()));
      done = tag.end();
      // Where an address is shown to be copied, it is shown as it will be copied.
      boolean isShown = tag.group().contains(" data-absolute");
      if (isShown && done < html.length() && html.charAt(done) == '/') {
        out.append(path);
      }
    }
    return out.append(html, done, html.length()).toString();
  }

  private String tag(String tag) {
    boolean copies = tag.contains(" data-absolute");
    return ATTRIBUTE
        .matcher(tag)
        .replaceAll(attribute -> {
          var text = attribute.group();
          var found = ADDRESS.matcher(text);
          boolean isAddress =
              found.lookingAt() && (copies || !text.stripLeading().startsWith("data-copy"));
          return Matcher.quoteReplacement(
              isAddress
                  ? text.substring(0, found.end()) + path + text.substring(found.end())
                  : text);
        });
  }
}
