package org.trawl.bench;

/// Memory of a server.
///
/// @param heapBytes what lives on the heap
/// @param residentBytes in memory, pages of the mapped index included
/// @param ownBytes in memory and its own: heap, threads, code
record ServerMemory(long heapBytes, long residentBytes, long ownBytes) {}
