package dev.solecast.feed;

import static dev.solecast.feed.Subscriber.calendar;
import static dev.solecast.feed.Subscriber.events;
import static dev.solecast.feed.Subscriber.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.Fixtures;
import dev.solecast.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a model stays text in the calendar, whatever characters it has. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HostileCalendarTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "]]></title></script><script>alert(1)</script>",
                "comma, semicolon; backslash\\, colon: \\n \"quoted\" ^n",
                "right \u202e to left \u2066 isolate",
                "emoji 👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟",
                "日本語の長い名前日本語の長い名前日本語の長い名前日本語の長い名前日本語の長い名前",
                "combining e\u0301e\u0301e\u0301e\u0301e\u0301 and zero\u200bwidth \ud83d\udc68\u200d\ud83d\udc69",
                "BEGIN:VEVENT",
                "END:VCALENDAR",
            })
    void nameStaysText(String name) throws Exception {
        var slug = "hostile-" + COUNT.incrementAndGet();
        addRelease(slug, name);
        var calendar = calendar("/v1/calendar.ics?model=" + slug);
        assertThat(calendar.getComponents()).hasSize(1);
        assertThat(value(events(calendar).get(slug), "SUMMARY")).isEqualTo("Ewing " + name + " (rumored: March 2027)");
    }

    /** Line ends become spaces; other control characters are removed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Focus\r\nATTENDEE:mailto:a@b.example",
                "Focus\nATTENDEE:mailto:a@b.example",
                "Focus\rATTENDEE:mailto:a@b.example",
                "Focus\u2028ATTENDEE:mailto:a@b.example",
                "Focus\u0085\u0007ATTENDEE:mailto:a@b.example",
            })
    void lineThatIsSmuggledInStaysInItsLine(String name) throws Exception {
        var slug = "hostile-" + COUNT.incrementAndGet();
        addRelease(slug, name);
        var event = events(calendar("/v1/calendar.ics?model=" + slug)).get(slug);
        assertThat(event.getProperty("ATTENDEE")).isEmpty();
        assertThat(value(event, "SUMMARY")).isEqualTo("Ewing Focus ATTENDEE:mailto:a@b.example (rumored: March 2027)");
    }

    private void addRelease(String slug, String name) {
        if (COUNT.get() == 1) {
            fixtures.brand("ewing", "Ewing");
            fixtures.source("ewing-press", "brand");
        }
        fixtures.modelFromBefore(slug, "ewing", name);
        fixtures.release(slug, slug);
        fixtures.claim(slug, "ewing-press", "official", "2027-03");
    }
}
