package org.trawl.api.network;

import java.util.List;
import java.util.stream.IntStream;
import org.trawl.api.HitJson;
import org.trawl.search.Coordination;
import org.trawl.search.CoordinationRequest;

/// Who acted together, as programs get it.
///
/// @param window seconds
/// @param accounts that acted on an item that another one acted on, too
/// @param left groups that were left out, as they are less improbable
public record CoordinationJson(
    String type,
    long window,
    int items,
    long tweets,
    int accounts,
    long pairs,
    List<GroupJson> groups,
    int left,
    ChanceJson chance,
    boolean partial,
    String version) {

  /// A group.
  ///
  /// @param group from 1, the most improbable
  public record GroupJson(
      int group,
      double surprise,
      List<MemberJson> members,
      List<PairJson> pairs,
      String first,
      String last,
      int days,
      int items,
      List<ExampleJson> examples) {}

  public record MemberJson(String id, String label, double surprise) {}

  /// Two members by their ids.
  public record PairJson(
      String source, String target, int together, double expected, int items, double surprise) {}

  public record ExampleJson(int members, HitJson tweet) {}

  public record ChanceJson(long pairs, int groups) {}

  public static CoordinationJson of(
      CoordinationRequest request, Coordination found, String version) {
    return new CoordinationJson(
        found.type().key(),
        request.window().toSeconds(),
        request.items(),
        found.tweets(),
        found.accounts(),
        found.pairCount(),
        IntStream.range(0, found.groups().size())
            .mapToObj(i -> group(i + 1, found.groups().get(i)))
            .toList(),
        found.groupCount() - found.groups().size(),
        new ChanceJson(found.chance().pairs(), found.chance().groups()),
        found.partial(),
        version);
  }

  private static GroupJson group(int number, Coordination.Group group) {
    return new GroupJson(
        number,
        rounded(group.surprise()),
        group.members().stream()
            .map(member -> new MemberJson(member.id(), member.label(), rounded(member.surprise())))
            .toList(),
        group.pairs().stream()
            .map(pair ->
                new PairJson(
                    group.members().get(pair.one()).id(),
                    group.members().get(pair.other()).id(),
                    pair.together(),
                    rounded(pair.expected()),
                    pair.items(),
                    rounded(pair.surprise())))
            .toList(),
        group.first().toString(),
        group.last().toString(),
        group.days(),
        group.items(),
        group.examples().stream()
            .map(example -> new ExampleJson(example.members(), HitJson.of(example.hit())))
            .toList());
  }

  /// To six places: more is noise.
  private static double rounded(double number) {
    return Math.round(number * 1e6) / 1e6;
  }
}
