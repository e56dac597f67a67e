package org.trawl.cluster;

import java.util.Objects;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import tools.jackson.databind.node.ObjectNode;

/// A query that a cluster runs, where the compiler of queries has one of Lucene. It cannot be run
/// here.
final class DslQuery extends Query {
  private final ObjectNode dsl;

  DslQuery(ObjectNode dsl) {
    this.dsl = dsl;
  }

  ObjectNode dsl() {
    return dsl;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return dsl.toString();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && dsl.equals(((DslQuery) other).dsl);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), dsl);
  }
}
