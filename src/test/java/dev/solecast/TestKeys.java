package dev.solecast;

import io.restassured.http.Header;

/**
 * API keys that are in the database of every test, as headers:
 * {@code given().header(TestKeys.EDITOR).body(...).post(...)}.
 */
public final class TestKeys {

    public static final Header READER = key("reader");

    /** A contributor's key; its rumors wait for review. */
    public static final Header CONTRIBUTOR = key("contrib");

    /** A trusted contributor's key; its rumors are recorded at once. */
    public static final Header TRUSTED = key("trusted");

    public static final Header EDITOR = key("editor");
    public static final Header ADMIN = key("admin");

    /** An editor's key that expired a day before the time of all tests. */
    public static final Header EXPIRED = key("expired");

    /** An editor's key that was revoked. */
    public static final Header REVOKED = key("revoked");

    /** A key that never existed. */
    public static final Header WRONG = key("nobody");

    private TestKeys() {}

    private static Header key(String id) {
        return new Header("X-API-Key", "solecast_" + id + "_" + "0123456789abcdef".repeat(3));
    }
}
