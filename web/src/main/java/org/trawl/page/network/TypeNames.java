package org.trawl.page.network;

import java.util.Arrays;
import java.util.List;
import org.trawl.page.network.NetworkView.Option;
import org.trawl.page.network.NetworkView.TypeGroup;
import org.trawl.search.NetworkType;
import org.trawl.search.NetworkType.Shape;

/// What the types of networks are called on the page.
final class TypeNames {
  private TypeNames() {}

  static String of(NetworkType type) {
    return switch (type) {
      case MENTION -> "Who mentions whom";
      case REPLY -> "Who answers whom";
      case RETWEET -> "Who retweets whom";
      case QUOTE -> "Who quotes whom";
      case ALL -> "Who mentions, answers, retweets or quotes whom";
      case COHASHTAG -> "Hashtags that stand together";
      case HASHTAG_ACCOUNT -> "Hashtags and who uses them";
      case DOMAIN_ACCOUNT -> "Sites and who links to them";
      case HASHTAG_DOMAIN -> "Hashtags and the sites beside them";
      case SAME_TEXT -> "Accounts that sent the same text";
      case SIMILAR_TEXT -> "Accounts that sent nearly the same text";
      case SAME_LINK -> "Accounts that sent the same link";
      case SAME_DOMAIN -> "Accounts that linked to the same site";
      case SAME_HASHTAG -> "Accounts that used the same hashtag";
      case SAME_RETWEET -> "Accounts that retweeted the same tweet";
      case SAME_REPLY -> "Accounts that answered the same tweet";
    };
  }

  /// All types, those that belong together side by side.
  ///
  /// @param selected the name of one
  static List<TypeGroup> groups(String selected) {
    return List.of(
        group("Who acted alike", Shape.SHARES, selected),
        group("Who with whom", Shape.ACTS_ON, selected),
        group("What with what", Shape.STANDS_WITH, selected));
  }

  private static TypeGroup group(String label, Shape shape, String selected) {
    return new TypeGroup(
        label,
        Arrays.stream(NetworkType.values())
            .filter(type -> type.shape() == shape)
            .map(type -> new Option(type.key(), of(type), type.key().equals(selected)))
            .toList());
  }
}
