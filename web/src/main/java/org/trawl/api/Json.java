package org.trawl.api;

import tools.jackson.databind.json.JsonMapper;

/// How answers are written: the components of records in their order, absent optionals as null.
public final class Json {
  public static final String MEDIA_TYPE = "application/json";

  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
