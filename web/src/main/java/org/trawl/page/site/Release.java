package org.trawl.page.site;

import static java.util.Objects.requireNonNull;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/// What is known of a release by its name, as far as Twitter's names tell.
///
/// @param name such as `ira` or `iran_201901_1`
/// @param network whose accounts they were, such as `Internet Research Agency, Russia`, or empty
/// @param published the month it was published in, such as `October 2018`, or empty
public record Release(String name, String network, String published) {
  /// The two first releases have short names and no date.
  private static final String FIRST = "October 2018";

  private static final Pattern YEAR_MONTH =
      Pattern.compile("(?:^|_)(20(?:1[89]|2[0-9]))(0[1-9]|1[0-2])(?:_|$)");
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?:^|_)(0[1-9]|1[0-2])((?:20)?(?:1[89]|2[0-9]))(?:_|$)");

  public Release {
    requireNonNull(name, "name");
    requireNonNull(network, "network");
    requireNonNull(published, "published");
  }

  public static Release of(String operation) {
    return switch (operation) {
      case "ira" -> new Release(operation, "Internet Research Agency, Russia", FIRST);
      case "ira_clemson" -> new Release(operation, "Internet Research Agency, Russia", "");
      case "iran", "iranian" -> new Release(operation, "Iran", FIRST);
      default -> new Release(operation, "", month(operation));
    };
  }

  private static String month(String operation) {
    var first = YEAR_MONTH.matcher(operation);
    if (first.find()) {
      return month(first.group(2), first.group(1));
    }
    var other = MONTH_YEAR.matcher(operation);
    if (other.find()) {
      var year = other.group(2);
      return month(other.group(1), year.length() == 2 ? "20" + year : year);
    }
    return "";
  }

  private static String month(String month, String year) {
    var name = Month.of(Integer.parseInt(month)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return name + " " + year;
  }

  /// The name, with whose it was where that says more: `ira (Internet Research Agency, Russia)`.
  public String label() {
    return network.isEmpty() || network.equalsIgnoreCase(name) ? name : name + " (" + network + ")";
  }

  /// All that is known in one line, for a name that stands alone.
  public String says() {
    var out = new StringBuilder("Operation");
    if (!network.isEmpty()) {
      out.append(": ").append(network);
    }
    if (!published.isEmpty()) {
      out.append(", released in ").append(published);
    }
    return out.toString();
  }
}
