package org.trawl.lucene.near;

import org.trawl.columns.Columns;
import org.trawl.search.SearchRequest.Collapse;

/// Which tweets have the same text, or with clusters, whose texts a chain of near-copies links.
/// Group 0 is that of all tweets that stand alone.
public final class TextGroups {
  private final Columns columns;
  private final Collapse collapse;
  private final boolean clusters;

  private TextGroups(Columns columns, Collapse collapse) {
    this.columns = columns;
    this.collapse = collapse;
    this.clusters = collapse == Collapse.SIMILAR;
  }

  /// @param collapse what groups are made of; those of texts where nothing is to be collapsed
  public static TextGroups of(Columns columns, Collapse collapse) {
    return new TextGroups(columns, collapse);
  }

  /// What groups are made of.
  public Collapse collapse() {
    return collapse;
  }

  /// How many groups there can be, with group 0.
  public int count() {
    return columns.groupSizes().length + 1 + (clusters ? columns.near().clusterCount() : 0);
  }

  /// The group of a document. Clusters are numbered behind the groups of copies.
  public int of(int doc) {
    if (clusters) {
      var text = columns.near().text(doc);
      if (text >= 0) {
        return columns.groupSizes().length + 1 + columns.near().cluster(text);
      }
    }
    return columns.copies()[doc];
  }
}
