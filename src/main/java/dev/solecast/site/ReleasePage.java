package dev.solecast.site;

import dev.solecast.catalog.colorway.Picture;
import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a release. Null and empty components leave a section out. */
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
     * A retailer that sells the release.
     *
     * @param address null unless it is a web address
     * @param how way of sale and opening time, in words
     */
    record Shop(String name, @Nullable String address, String how) {}

    /**
     * The weight of one rumor in the forecast, and the reason for it.
     *
     * @param share weight as the width of a bar, in percent; null if it is negligible
     * @param shareText weight for people, in percent; null if it is negligible
     */
    record Reason(
            String source,
            String kind,
            @Nullable String share,
            @Nullable String shareText,
            String reason) {}

    /** The date that was shown from a day on, and the reason for the change. */
    record Move(String day, String date, String because) {}

    /**
     * A rumor.
     *
     * @param via name of the source that passed the rumor on; null if there was none
     * @param window the claimed window in words; null if the rumor names none
     * @param address address of the statement; null unless it is a web address
     * @param retracted reason of the retraction; null if the rumor is not retracted
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

    /** Addresses of the calendar, feed and list that contain this release. */
    record Follow(String what, String event, String calendar, String feed, String list) {}
}
