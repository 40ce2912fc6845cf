package dev.solecast.site;

import dev.solecast.catalog.colorway.Picture;
import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A release for people. Null and empty leave a part out. */
@JStache(path = "release")
record ReleasePage(
        PageLayout.Page page,
        String slug,
        String title,
        Link brand,
        Link model,
        DateDisplay date,
        String lead,
        @Nullable Picture picture,
        List<Fact> facts,
        List<Fact> features,
        List<Shop> shops,
        @Nullable Chart chart,
        List<String> outlook,
        List<Reason> why,
        List<Move> moves,
        List<Statement> statements,
        boolean moreStatements,
        Follow follow) {

    boolean hasShops() {
        return !shops.isEmpty();
    }

    boolean hasWhy() {
        return !why.isEmpty();
    }

    boolean hasMoves() {
        return !moves.isEmpty();
    }

    boolean hasStatements() {
        return !statements.isEmpty();
    }

    boolean hasFeatures() {
        return !features.isEmpty();
    }

    record Link(String address, String text) {}

    record Fact(String name, String value) {}

    /**
     * @param address null unless it can be followed
     */
    record Shop(String name, @Nullable String address, String how) {}

    /**
     * What one rumor has to do with the forecast.
     *
     * @param share of the days, as a width; null if it has none
     */
    record Reason(
            String source,
            String kind,
            @Nullable String share,
            @Nullable String shareText,
            String reason) {}

    /** Where the date stood from a day on. */
    record Move(String day, String date, String because) {}

    /**
     * What one source said.
     *
     * @param address where; null unless it can be followed
     * @param retracted why it was taken back; null if it stands
     */
    record Statement(
            String day,
            String source,
            String kind,
            @Nullable String via,
            @Nullable String window,
            @Nullable String text,
            @Nullable String address,
            boolean cancels,
            @Nullable String retracted) {}

    /** Where to subscribe to this and its like. */
    record Follow(String what, String calendar, String feed, String list) {}
}
