package dev.solecast.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Imminent DROP = now -> true;

    @Test
    void answerMayBeKeptAMinute() {
        assertThat(fresh("New Balance 1000", "2026-11-22T06:00:00Z", UTC)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void answerAboutADropMayBeKeptTenSeconds() {
        assertThat(fresh(DROP, "2026-11-22T06:00:00Z", UTC)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void oneDropMakesThePageShortLived() {
        var page = new Page<Object>(List.of("New Balance 990", DROP), null, LocalDate.EPOCH, null, null);
        assertThat(fresh(page, "2026-11-22T06:00:00Z", UTC)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T23:59:15Z, UTC, PT45S",
        "2026-11-22T23:59:59.500Z, UTC, PT0.5S",
        "2026-11-23T00:00:00Z, UTC, PT1M",
        "2026-11-22T23:59:15Z, America/New_York, PT45S",
        "2026-11-23T00:00:00Z, America/New_York, PT1M",
        "2026-11-23T04:59:15Z, America/New_York, PT45S",
        "2026-11-22T14:59:45Z, Asia/Tokyo, PT15S",
        // Clocks in Beirut skip from 0:00 to 1:00 on March 29, 2026: the day begins at 1:00.
        "2026-03-28T21:59:30Z, Asia/Beirut, PT30S"
    })
    void nothingIsKeptBeyondMidnightWhereTheReaderIsOrInUtc(String now, ZoneId zone, Duration expected) {
        assertThat(fresh("New Balance 1000", now, zone)).isEqualTo(expected);
    }

    private static Duration fresh(Object answer, String now, ZoneId zone) {
        var then = Instant.parse(now);
        return Freshness.of(answer, then, zone).remaining(then.toEpochMilli());
    }
}
