package dev.solecast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/** A calendar program that subscribes to an address and rejects invalid calendars. */
final class Subscriber {

    private Subscriber() {}

    static Response fetch(String address, String... headers) {
        var undecoded =
                RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
        var request = RestAssured.given().config(undecoded).urlEncodingEnabled(false);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.get(address);
    }

    /** Reads a calendar by ical4j, which is strict by default, and asserts that no line is too long. */
    static Calendar calendar(String address, String... headers) throws Exception {
        var answer = fetch(address, headers);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/calendar;charset=UTF-8");
        var text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                        .as(line)
                        .hasSizeLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\n") || line.contains("\r"));
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar;
    }

    /** Events by the slugs of the pages they link to. */
    static Map<String, VEvent> events(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .collect(Collectors.toMap(
                        event -> value(event, "URL").replaceFirst(".*/releases/", ""), Function.identity()));
    }

    static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    /** The whole line of a property, with its parameters. */
    static String line(VEvent event, String property) {
        return event.getProperty(property).map(Property::toString).orElse("").strip();
    }
}
