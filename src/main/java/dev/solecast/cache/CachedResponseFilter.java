package dev.solecast.cache;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.HttpMetrics;
import dev.solecast.http.response.DateHeader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Answers from what is kept, before anything else is done: whoever has no key as soon as he has been counted, others when
 * their key, its limit and its origins have been looked at.
 */
@Singleton
class CachedResponseFilter {

    /** Where the key of an answer that was not found is left to those who make it. */
    static final String KEY = CacheKey.class.getName();

    private final ResponseCache answers;
    private final RequestCoalescer flights;
    private final Clock clock;
    private final Counter kept;
    private final Counter made;

    CachedResponseFilter(ResponseCache answers, RequestCoalescer flights, Clock clock, MeterRegistry meters) {
        this.answers = answers;
        this.flights = flights;
        this.clock = clock;
        this.kept = meters.counter("solecast.answers", "from", "memory");
        this.made = meters.counter("solecast.answers", "from", "database");
    }

    void register(@Observes Filters filters) {
        filters.register(this::answerWithoutKey, FilterOrder.CACHE_WITHOUT_KEY);
        filters.register(this::answerWithKey, FilterOrder.CACHE_WITH_KEY);
    }

    private void answerWithoutKey(RoutingContext context) {
        if (hasKey(context.request())) {
            context.next();
        } else {
            answer(context);
        }
    }

    private void answerWithKey(RoutingContext context) {
        if (hasKey(context.request())) {
            answer(context);
        } else {
            context.next();
        }
    }

    /** Or anything that may be one. */
    private static boolean hasKey(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains("X-API-Key");
    }

    private void answer(RoutingContext context) {
        var key = CacheKey.of(context.request());
        var answer = key == null ? null : answers.find(key);
        if (answer != null) {
            kept.increment();
            send(answer, context);
        } else {
            if (key != null) {
                made.increment();
                context.put(KEY, key);
                context.addEndHandler(ended -> flights.end(context));
            }
            context.next();
        }
    }

    private void send(CachedResponse answer, RoutingContext context) {
        HttpMetrics.name(context, answer.template());
        var request = context.request();
        var response = context.response();
        var headers = response.headers();
        long now = clock.millis();
        for (var header : answer.headers()) {
            headers.set(header.name(), header.value());
        }
        headers.set(HttpHeaders.DATE, DateHeader.of(now));
        headers.set(HttpHeaders.CACHE_CONTROL, answer.freshness().cacheControl(now));
        headers.set(answer.etag().name(), answer.etag().value());
        headers.set(answer.type().name(), answer.type().value());
        if (answer.isIn(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        if (answer.gzip()) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            headers.set(
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length()));
            response.end();
        } else {
            response.end(answer.body());
        }
    }
}
