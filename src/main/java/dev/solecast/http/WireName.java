package dev.solecast.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** An enum constant with a lower-case name on the wire, the same in JSON, in query parameters and in the database. */
public interface WireName {

    /** The name on the wire, for example {@code retailer-listing}. */
    String wireName();

    /** All wire names of an enum in its order, separated by commas, for texts that list the allowed values. */
    static String list(Class<? extends WireName> type) {
        return list(Arrays.asList(type.getEnumConstants()));
    }

    /** The wire names of these constants, separated by commas. */
    static String list(Collection<? extends WireName> constants) {
        return constants.stream().map(WireName::wireName).collect(Collectors.joining(", "));
    }
}
