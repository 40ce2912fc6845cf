package dev.solecast.release.accuracy;

import dev.solecast.cache.CacheResponse;
import dev.solecast.http.page.Pages;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accuracy of the forecasts. */
@Path("/v1/accuracy")
@RunOnVirtualThread
@Tag(name = "Accuracy", description = "How well the forecasts did.")
public class AccuracyResource {

    private final AccuracyReader accuracy;
    private final Pages pages;

    AccuracyResource(AccuracyReader accuracy, Pages pages) {
        this.accuracy = accuracy;
        this.pages = pages;
    }

    @GET
    @Costs(Price.ACCURACY)
    @CacheResponse(dependsOnEverything = true)
    @Operation(
            operationId = "getAccuracy",
            summary = "How well the forecasts did",
            description = "Every release that came or was cancelled scores the forecasts made of it before, each from "
                    + "what had been said by its day. No figure stands without how many it rests on and its interval; "
                    + "with nothing resolved there is none.")
    public AccuracyView get() {
        return AccuracyView.of(accuracy.readSums(pages.today(null)));
    }
}
