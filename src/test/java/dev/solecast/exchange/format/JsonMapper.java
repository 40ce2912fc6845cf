package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Plain JSON, of no setting of ours. */
public final class JsonMapper {

    public static final ObjectMapper JSON = new ObjectMapper();

    private JsonMapper() {}
}
