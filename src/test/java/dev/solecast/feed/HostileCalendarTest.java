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

/** Whatever a stranger calls a shoe stays a name, and makes nothing else of the calendar. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class HostileCalendarTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    Fixtures shoes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "]]></title></script><script>alert(1)</script>",
                "comma, semicolon; backslash\\\\, colon: \\\\n \\\"quoted\\\" ^n",
                "right \\u202e to left \\u2066 isolate",
                "emoji 👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟👟",
                "日本語の長い名前日本語の長い名前日本語の長い名前日本語の長い名前日本語の長い名前",
                "combining e\\u0301e\\u0301e\\u0301e\\u0301e\\u0301 and zero\\u200bwidth \\ud83d\\udc68\\u200d\\ud83d\\udc69",
                "BEGIN:VEVENT",
                "END:VCALENDAR",
            })
    void nameStaysText(String name) throws Exception {
        var slug = "hostile-" + COUNT.incrementAndGet();
        shoe(slug, name);
        var calendar = calendar("/v1/calendar.ics?model=" + slug);
        assertThat(calendar.getComponents()).hasSize(1);
        assertThat(value(events(calendar).get(slug), "SUMMARY"))
                .isEqualTo("Ewing " + unescaped(name) + " (rumored: March 2027)");
    }

    /** What would end a line becomes a space; what no format can carry goes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Focus\\r\\nATTENDEE:mailto:a@b.example",
                "Focus\\nATTENDEE:mailto:a@b.example",
                "Focus\\rATTENDEE:mailto:a@b.example",
                "Focus\\u2028ATTENDEE:mailto:a@b.example",
                "Focus\\u0085\\u0007ATTENDEE:mailto:a@b.example",
            })
    void lineThatIsSmuggledInStaysInItsLine(String name) throws Exception {
        var slug = "hostile-" + COUNT.incrementAndGet();
        shoe(slug, name);
        var event = events(calendar("/v1/calendar.ics?model=" + slug)).get(slug);
        assertThat(event.getProperty("ATTENDEE")).isEmpty();
        assertThat(value(event, "SUMMARY")).isEqualTo("Ewing Focus ATTENDEE:mailto:a@b.example (rumored: March 2027)");
    }

    private void shoe(String slug, String name) {
        if (COUNT.get() == 1) {
            shoes.brand("ewing", "Ewing");
            shoes.source("ewing-press", "brand");
        }
        shoes.model(slug, "ewing", name);
        shoes.release(slug, slug);
        shoes.claim(slug, "ewing-press", "official", "2027-03");
    }

    /** As the JSON of the fixtures means it. */
    private static String unescaped(String json) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper().readValue('"' + json + '"', String.class);
    }
}
