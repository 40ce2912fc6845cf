package dev.solecast.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;

/** Finds out what answers rest on; given by the room that keeps the log of changes. */
public interface Grounds {

    /** Whether the answers of this method are the same for every caller, and may be kept. */
    boolean keep(Method method);

    /** Begins to notice what this thread reads; to be called before it reads anything. */
    Survey begin(Method method);

    /** What one thread has read since it began. */
    interface Survey {

        /**
         * All that the answer rests on.
         *
         * @param query the parameters that it was asked for with
         */
        Ground end(MultivaluedMap<String, String> query);
    }
}
