package dev.solecast.site;

import static dev.solecast.Field.colorway;
import static dev.solecast.Field.field;
import static dev.solecast.Field.launch;
import static dev.solecast.Field.nickname;
import static dev.solecast.Field.picture;
import static dev.solecast.Field.pictures;
import static dev.solecast.Field.region;
import static dev.solecast.Field.releasedOn;
import static dev.solecast.Field.retailPrice;
import static dev.solecast.Field.retailer;
import static dev.solecast.Field.retailers;
import static dev.solecast.Field.saidOn;
import static dev.solecast.Field.statement;
import static dev.solecast.Field.status;
import static dev.solecast.Field.statusReason;
import static dev.solecast.Field.styleCode;
import static dev.solecast.Field.url;
import static dev.solecast.Field.window;

import dev.solecast.Field;
import dev.solecast.Fixtures;
import jakarta.inject.Singleton;

/** Releases with every kind of date, added once for all tests of this package. */
@Singleton
class SiteFixtures {

    /** A name that attempts script injection and reverses the direction of text. */
    static final String HOSTILE = "</script><img src=x onerror=window.hit=1>\u202Egnikrow";

    static final String HOSTILE_PATH = "/releases/mizuno-sky-medal-hostile";
    static final String PICTURE = "https://pictures.example/wave-rider.svg";

    private final Fixtures fixtures;
    private boolean added;

    SiteFixtures(Fixtures fixtures) {
        this.fixtures = fixtures;
    }

    void addOnce() {
        if (added) {
            return;
        }
        added = true;
        fixtures.brand("mizuno", "Mizuno");
        fixtures.model("mizuno-wave-rider-10", "mizuno", "Wave Rider 10");
        fixtures.model("mizuno-sky-medal", "mizuno", "Sky Medal");
        fixtures.source("mizuno-itself", "brand");
        fixtures.source("mizuno-insider", "leaker");
        fixtures.source("mizuno-fans", "community");
        fixtures.colorway(
                "mizuno-wave-rider-10-ebony",
                "mizuno-wave-rider-10",
                nickname("Ebony"),
                styleCode("D1GA430001"),
                pictures(picture(PICTURE, 1200, 900, "A dark running shoe from the side", field("credit", "Mizuno"))));
        release(
                "day",
                colorway("mizuno-wave-rider-10-ebony"),
                launch("2027-03-06T10:00:00", "Asia/Tokyo"),
                retailPrice("165.00", "USD"),
                retailers(retailer("Mizuno", "online", url("https://mizuno.example/wave-rider-10"))));
        fixtures.claim("mizuno-wave-rider-10-day", "mizuno-insider", "report", "2027-03");
        fixtures.rumor(
                "mizuno-wave-rider-10-day",
                "mizuno-itself",
                "official",
                window("2027-03-06"),
                saidOn("2026-11-12"),
                url("https://mizuno.example/news"),
                statement("Ebony is next."));
        release("month", region("US"));
        fixtures.claim("mizuno-wave-rider-10-month", "mizuno-insider", "report", "2027-03");
        release("year");
        fixtures.claim("mizuno-wave-rider-10-year", "mizuno-fans", "speculation", "2027");
        release("overdue");
        fixtures.rumor(
                "mizuno-wave-rider-10-overdue", "mizuno-insider", "report", window("2026-06"), saidOn("2026-02-01"));
        release("undated");
        fixtures.rumor("mizuno-wave-rider-10-undated", "mizuno-itself", "teaser");
        release("confirmed", status("confirmed"), statusReason("On mizuno.example"));
        fixtures.claim("mizuno-wave-rider-10-confirmed", "mizuno-itself", "official", "2027-04-10");
        release("delayed", status("delayed"), statusReason("Held up at sea"));
        fixtures.claim("mizuno-wave-rider-10-delayed", "mizuno-itself", "official", "2027-22");
        release("released", status("released"), releasedOn("2026-11-07"));
        release("cancelled", status("cancelled"), statusReason("The mould broke"));
        fixtures.claim("mizuno-wave-rider-10-cancelled", "mizuno-insider", "report", "2027-05");
        fixtures.colorwayFromBefore("mizuno-sky-medal-hostile", "mizuno-sky-medal", HOSTILE);
        fixtures.release("mizuno-sky-medal-hostile", "mizuno-sky-medal", colorway("mizuno-sky-medal-hostile"));
        fixtures.rumor(
                "mizuno-sky-medal-hostile",
                "mizuno-insider",
                "report",
                window("2027-03-07"),
                statement(HOSTILE.replace("\u202E", "")));
    }

    private void release(String name, Field... fields) {
        fixtures.release("mizuno-wave-rider-10-" + name, "mizuno-wave-rider-10", fields);
    }
}
