package org.trawl.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.api.SearchJson.FacetJson;
import org.trawl.api.SearchJson.TimelineJson;
import org.trawl.api.TweetJson.ProfileJson;
import org.trawl.search.AccountSummary;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Hit;

/// One account: who it says it is, and what it did.
///
/// @param handles those its tweets were sent under, the first used first
/// @param tweets how many of its tweets the archive has
/// @param first its first tweet in the archive; null if it has none
/// @param facets of its tweets
public record AccountJson(
    String id,
    String screenName,
    String displayName,
    boolean hashed,
    ProfileJson profile,
    List<String> operations,
    List<SentAsJson> handles,
    long tweets,
    @Nullable HitJson first,
    @Nullable HitJson last,
    Map<String, FacetJson> facets,
    @Nullable TimelineJson timeline) {

  /// A handle under which the account sent tweets.
  ///
  /// @param tweets how many of them the archive has
  /// @param first when the first of them was sent, ISO 8601 in UTC
  public record SentAsJson(String handle, long tweets, String first, String last) {
    static SentAsJson of(AccountSummary.SentAs handle) {
      return new SentAsJson(
          handle.handle(), handle.tweets(), handle.first().toString(), handle.last().toString());
    }
  }

  /// @param oldest its first tweet, if any
  /// @param newest its last tweet, if any, with what is counted over all of them
  public static AccountJson of(AccountSummary summary, List<Hit> oldest, SearchResult newest) {
    var account = summary.account();
    return new AccountJson(
        account.id(),
        account.screenName(),
        account.displayName(),
        account.hashed(),
        ProfileJson.of(account.profile()),
        summary.operations(),
        summary.handles().stream().map(SentAsJson::of).toList(),
        summary.tweets(),
        oldest.stream().findFirst().map(HitJson::of).orElse(null),
        newest.hits().stream().findFirst().map(HitJson::of).orElse(null),
        SearchJson.facets(newest.counts()),
        newest.counts().timeline().map(TimelineJson::of).orElse(null));
  }
}
