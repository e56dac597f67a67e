package org.trawl.search;

/// What was counted over the hits of a search.
///
/// @param accounts how many accounts sent them
record CountedHits(long accounts, SearchResult.Counts counts) {}
