package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Mapper with Jackson's defaults. */
public final class JsonMapper {

    public static final ObjectMapper JSON = new ObjectMapper();

    private JsonMapper() {}
}
