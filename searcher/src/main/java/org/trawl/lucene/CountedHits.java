package org.trawl.lucene;

import org.trawl.search.SearchResult;

/// What was counted over the hits of a search.
///
/// @param total how many there are
/// @param complete whether the search went through every document
/// @param texts how many different texts they have
/// @param accounts how many accounts sent them
record CountedHits(
    long total, boolean complete, long texts, long accounts, SearchResult.Counts counts) {}
