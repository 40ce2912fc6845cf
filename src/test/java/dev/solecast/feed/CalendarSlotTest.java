package dev.solecast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.date.Window;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.list.DatedRelease;
import dev.solecast.release.sale.LaunchTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSlotTest {

    /** The last two columns are the slots if long windows are skipped, and if they are shown on their last day. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RUMORED,   2027-03-06,            -,                2027-03-06,            2027-03-06
            RUMORED,   2027-03,               -,                2027-03-01/2027-03-31, 2027-03-01/2027-03-31
            RUMORED,   2027-03-01/2027-03-31, -,                2027-03-01/2027-03-31, 2027-03-01/2027-03-31
            RUMORED,   2027-03-01/2027-04-01, -,                -,                     2027-04-01
            DELAYED,   2027,                  -,                -,                     2027-12-31
            RUMORED,   ../2027-03,            -,                -,                     2027-03-31
            RUMORED,   2027-03/..,            -,                -,                     -
            RUMORED,   -,                     -,                -,                     -
            CONFIRMED, 2027-03-06,            2027-03-06T10:00, 2027-03-06T10:00,      2027-03-06T10:00
            CONFIRMED, 2027,                  2027-03-06T10:00, 2027-03-06T10:00,      2027-03-06T10:00
            CONFIRMED, 2027-03-01/2027-03-06, 2027-03-06T23:59, 2027-03-06T23:59,      2027-03-06T23:59
            CONFIRMED, 2027-03-07,            2027-03-06T10:00, 2027-03-07,            2027-03-07
            CONFIRMED, 2027-03-05,            2027-03-06T10:00, 2027-03-05,            2027-03-05
            RUMORED,   2028,                  2027-03-06T10:00, -,                     2028-12-31
            RUMORED,   2027-03/..,            2027-03-06T10:00, 2027-03-06T10:00,      2027-03-06T10:00
            RUMORED,   2027-04/..,            2027-03-06T10:00, -,                     -
            RUMORED,   ../2027-03,            2027-03-06T10:00, 2027-03-06T10:00,      2027-03-06T10:00
            RUMORED,   -,                     2027-03-06T10:00, 2027-03-06T10:00,      2027-03-06T10:00
            CANCELLED, 2027-03-06,            -,                2027-03-06,            2027-03-06
            """)
    void slotIsTheLaunchIfItLiesInTheDateOrElseTheDate(
            ReleaseStatus status, String date, String launch, String skipping, String atTheEnd) {
        var release = release(status, date, launch, null);
        assertThat(text(CalendarSlot.of(release, LongWindows.SKIP))).isEqualTo(skipping);
        assertThat(text(CalendarSlot.of(release, LongWindows.END))).isEqualTo(atTheEnd);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2027-03,    -,                2027-03-06
            2027-03,    2027-03-06T10:00, 2027-03-06T10:00
            2027-03,    2027-03-07T10:00, 2027-03-06
            2027-09,    2027-03-06T10:00, 2027-03-06T10:00
            -,          -,                2027-03-06
            """)
    void releasedShoeIsOnTheDayOfItsReleaseWhateverItsDate(String date, String launch, String slot) {
        var release = release(ReleaseStatus.RELEASED, date, launch, LocalDate.of(2027, 3, 6));
        assertThat(text(CalendarSlot.of(release, LongWindows.SKIP))).isEqualTo(slot);
        assertThat(text(CalendarSlot.of(release, LongWindows.END))).isEqualTo(slot);
    }

    private static DatedRelease release(
            ReleaseStatus status, @Nullable String date, @Nullable String launch, @Nullable LocalDate releasedOn) {
        return new DatedRelease(
                1,
                UUID.randomUUID(),
                0,
                "etonic-stable-air",
                "Etonic Stable Air",
                status,
                null,
                "WW",
                date == null ? null : Window.parse(date),
                false,
                launch == null ? null : LaunchTime.of(LocalDateTime.parse(launch), ZoneId.of("America/New_York")),
                releasedOn,
                null,
                null,
                Instant.EPOCH,
                List.of());
    }

    private static @Nullable String text(@Nullable CalendarSlot slot) {
        return switch (slot) {
            case null -> null;
            case CalendarSlot.Moment(var launch) -> launch.local().toString();
            case CalendarSlot.Days(var first, var last) -> first.equals(last) ? first.toString() : first + "/" + last;
        };
    }
}
