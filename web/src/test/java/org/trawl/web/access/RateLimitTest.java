package org.trawl.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aMinutesWorthPassesAtOnceAndThenTheRate() {
    var limit = new RateLimit(60);
    for (int i = 0; i < 60; i++) {
      assertEquals(0, limit.take("a", 0));
    }
    assertEquals(1, limit.take("a", 0));
    assertEquals(0, limit.take("b", 0), "another client has its own");
    assertEquals(0, limit.take("a", SECOND));
    assertEquals(1, limit.take("a", SECOND));
  }

  @Test
  void zeroIsNoBound() {
    var limit = new RateLimit(0);
    for (int i = 0; i < 10_000; i++) {
      assertEquals(0, limit.take("a", 0));
    }
  }

  @Test
  void addressesOfOneNetworkAreOneClient() {
    assertEquals("10.1.2.3", RateLimit.key("10.1.2.3"));
    assertEquals(RateLimit.key("2001:db8:1:2:3:4:5:6"), RateLimit.key("[2001:db8:1:2::9]"));
    assertTrue(!RateLimit.key("2001:db8:1:2::9").equals(RateLimit.key("2001:db8:1:3::9")));
  }
}
