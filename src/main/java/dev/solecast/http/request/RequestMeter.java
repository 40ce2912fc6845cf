package dev.solecast.http.request;

import io.vertx.ext.web.RoutingContext;
import java.util.function.LongConsumer;

/** Charges a request for work whose amount is known only when it is done. */
@FunctionalInterface
public interface RequestMeter {

    long BYTES_PER_TOKEN = 1_000_000 / Price.MEGABYTE.tokens();

    /** Charges these tokens, even if fewer are left: the caller's next requests then wait until they are paid. */
    void charge(long tokens);

    /** A counter of the bytes of one answer, which charges {@link Price#MEGABYTE} for them as they come. */
    default LongConsumer bytes() {
        return new LongConsumer() {

            private long uncharged;

            @Override
            public void accept(long written) {
                uncharged += written;
                if (uncharged >= BYTES_PER_TOKEN) {
                    charge(uncharged / BYTES_PER_TOKEN);
                    uncharged %= BYTES_PER_TOKEN;
                }
            }
        };
    }

    /** Sets the meter of a request. */
    static void set(RoutingContext context, RequestMeter meter) {
        context.put(RequestMeter.class.getName(), meter);
    }

    /** The meter of a request; one that charges nothing where there is no limit. */
    static RequestMeter of(RoutingContext context) {
        return context.get(RequestMeter.class.getName()) instanceof RequestMeter meter ? meter : tokens -> {};
    }
}
