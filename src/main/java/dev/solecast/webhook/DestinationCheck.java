package dev.solecast.webhook;

import dev.solecast.auth.Caller;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.outbound.DestinationResolver;
import dev.solecast.outbound.UnreachableDestination;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Checks the URL of a webhook before the transaction begins that stores it, because a lookup may take long. */
@Singleton
class DestinationCheck {

    private static final int RETRY_AFTER_SECONDS = 5;

    private final DestinationResolver destinations;
    private final WebhookSettings settings;
    private final Caller caller;

    DestinationCheck(DestinationResolver destinations, WebhookSettings settings, Caller caller) {
        this.destinations = destinations;
        this.settings = settings;
        this.caller = caller;
    }

    /** The result of a check, which counts only once it is certain that the URL is to be stored. */
    static final class Result {

        private final String url;
        private final @Nullable UnreachableDestination fault;

        private Result(String url, @Nullable UnreachableDestination fault) {
            this.url = url;
            this.fault = fault;
        }

        /** Throws the problem of a URL that cannot be used: 400, or 503 if it could not be checked. */
        void require() {
            if (fault != null) {
                throw fault.isPassing()
                        ? Problem.passing(
                                ProblemCode.UNAVAILABLE,
                                RETRY_AFTER_SECONDS,
                                "url " + fault.getMessage() + " Send the request again in " + RETRY_AFTER_SECONDS
                                        + " seconds.")
                        : Problem.field(ProblemCode.INVALID_BODY, "url", fault.getMessage());
            }
        }

        /** The URL alone, so that a request sent again with its Idempotency-Key is recognized whatever was found. */
        @Override
        public String toString() {
            return url;
        }
    }

    Result of(String url) throws InterruptedException {
        try {
            destinations.resolve(url, caller.name(), settings);
            return new Result(url, null);
        } catch (UnreachableDestination e) {
            return new Result(url, e);
        }
    }
}
