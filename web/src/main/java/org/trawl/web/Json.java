package org.trawl.web;

import tools.jackson.databind.json.JsonMapper;

/// How answers are written: the components of records in their order, absent optionals as null.
final class Json {
  static final String MEDIA_TYPE = "application/json";

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
