package dev.solecast.drill;

import java.net.InetAddress;
import java.util.List;

/** Requests that are to take the service away from others, sent until a time has come. */
sealed interface Attack permits ReadLoop, UnreadAnswers, SlowExports, OpenStreams, WebhookTests, PathologicalImports {

    String name();

    /** Whether more addresses make it worse, because it needs no key. */
    default boolean isAnonymous() {
        return true;
    }

    /** Starts the threads of one address, which end when the raid is over. */
    void start(Raid raid, InetAddress source);

    /** All attacks, each with new requests: no answer to an earlier one serves. */
    static List<Attack> all(AttackRequests requests) {
        return List.of(
                new UnreadAnswers("unread /openapi", "/openapi"),
                new UnreadAnswers("unread changes", "/v1/changes?limit=1000&after=0"),
                new ReadLoop("asOf of new days", 16, requests::asOf),
                new ReadLoop("calendars by brand", 16, requests::calendarByBrand),
                new ReadLoop("calendar of everything", 4, requests::calendarOfEverything),
                new SlowExports(),
                new ReadLoop("exports at full speed", 4, requests::export),
                new ReadLoop("totals of new filters", 16, requests::total),
                new ReadLoop("feeds", 16, requests::feed),
                new ReadLoop("search of 100 words", 16, requests::search),
                new OpenStreams(),
                new WebhookTests(),
                new PathologicalImports());
    }
}
