package dev.solecast.site;

import dev.solecast.Fixtures;
import jakarta.inject.Singleton;

/** A few shoes of Mizuno, dated in every way there is; made once for all tests of this room. */
@Singleton
class Mizunos {

    /** What somebody might try in the name of a shoe. */
    static final String HOSTILE = "</script><img src=x onerror=window.hit=1>\u202Egnikrow";

    static final String HOSTILE_PATH = "/releases/mizuno-sky-medal-hostile";
    static final String PICTURE = "https://pictures.example/wave-rider.svg";

    private final Fixtures fixtures;
    private boolean made;

    Mizunos(Fixtures fixtures) {
        this.fixtures = fixtures;
    }

    void make() {
        if (made) {
            return;
        }
        made = true;
        fixtures.brand("mizuno", "Mizuno");
        fixtures.model("mizuno-wave-rider-10", "mizuno", "Wave Rider 10");
        fixtures.model("mizuno-sky-medal", "mizuno", "Sky Medal");
        fixtures.source("mizuno-itself", "brand");
        fixtures.source("mizuno-insider", "leaker");
        fixtures.source("mizuno-fans", "community");
        fixtures.colorway("mizuno-wave-rider-10-ebony", "mizuno-wave-rider-10", """
                        "nickname": "Ebony", "styleCode": "D1GA430001",
                        "pictures": [{"url": "%s", "width": 1200, "height": 900, "credit": "Mizuno",
                          "alternativeText": "A dark running shoe from the side"}]""".formatted(PICTURE));
        release("day", """
                        "colorway": "mizuno-wave-rider-10-ebony", "launchAt": "2027-03-06T10:00:00", "launchZone": "Asia/Tokyo",
                        "retailPrice": {"amount": "165.00", "currency": "USD"}, "retailers": [{"name": "Mizuno",
                          "method": "online", "url": "https://mizuno.example/wave-rider-10"}]""");
        fixtures.claim("mizuno-wave-rider-10-day", "mizuno-insider", "report", "2027-03");
        fixtures.rumor("mizuno-wave-rider-10-day", "mizuno-itself", "official", """
                        "window": "2027-03-06", "saidOn": "2026-11-12", "url": "https://mizuno.example/news",
                        "statement": "Ebony is next.\"""");
        release("month", "\"region\": \"US\"");
        fixtures.claim("mizuno-wave-rider-10-month", "mizuno-insider", "report", "2027-03");
        release("year");
        fixtures.claim("mizuno-wave-rider-10-year", "mizuno-fans", "speculation", "2027");
        release("overdue");
        fixtures.rumor(
                "mizuno-wave-rider-10-overdue",
                "mizuno-insider",
                "report",
                "\"window\": \"2026-06\", \"saidOn\": \"2026-02-01\"");
        release("undated");
        fixtures.rumor("mizuno-wave-rider-10-undated", "mizuno-itself", "teaser");
        release("confirmed", "\"status\": \"confirmed\", \"statusReason\": \"On mizuno.example\"");
        fixtures.claim("mizuno-wave-rider-10-confirmed", "mizuno-itself", "official", "2027-04-10");
        release("delayed", "\"status\": \"delayed\", \"statusReason\": \"Held up at sea\"");
        fixtures.claim("mizuno-wave-rider-10-delayed", "mizuno-itself", "official", "2027-22");
        release("released", "\"status\": \"released\", \"releasedOn\": \"2026-11-07\"");
        release("cancelled", "\"status\": \"cancelled\", \"statusReason\": \"The mould broke\"");
        fixtures.claim("mizuno-wave-rider-10-cancelled", "mizuno-insider", "report", "2027-05");
        fixtures.colorway("mizuno-sky-medal-hostile", "mizuno-sky-medal", "\"nickname\": \"" + HOSTILE + "\"");
        fixtures.release("mizuno-sky-medal-hostile", "mizuno-sky-medal", "\"colorway\": \"mizuno-sky-medal-hostile\"");
        fixtures.rumor(
                "mizuno-sky-medal-hostile",
                "mizuno-insider",
                "report",
                "\"window\": \"2027-03-07\", \"statement\": \"" + HOSTILE + "\"");
    }

    private void release(String name, String... fields) {
        fixtures.release("mizuno-wave-rider-10-" + name, "mizuno-wave-rider-10", fields);
    }
}
