package dev.solecast.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Plain JSON, of no setting of ours. */
final class Jsons {

    static final ObjectMapper JSON = new ObjectMapper();

    private Jsons() {}
}
