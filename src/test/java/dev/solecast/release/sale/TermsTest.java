package dev.solecast.release.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.date.Window;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of a sale: days of regions, prices, and hours. */
class TermsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "NZ, 2026-11-23",
        "AU, 2026-11-22",
        "WW, 2026-11-23",
        "EU, 2026-11-22",
        "US, 2026-11-22",
        "KI, 2026-11-23",
        "BV, 2026-11-23"
    })
    void aDayBeginsWhereItBeginsFirstInTheRegion(String region, LocalDate day) {
        assertThat(new Region(region).latestDay(NOON)).isEqualTo(day);
        assertThat(new Region(region).findFault(day, NOON)).isNull();
        assertThat(new Region(region).findFault(day.plusDays(1), NOON)).contains("has not come yet");
    }

    @Test
    void theWholeWorldAndTheUnionHaveTheDayOfUtcUnlessToldAnother() {
        assertThat(new Region("WW").today(NOON)).isEqualTo("2026-11-22");
        assertThat(new Region("NZ").today(NOON)).isEqualTo("2026-11-23");
    }

    @Test
    void everyInhabitedCountryHasAZone() {
        assertThat(List.of(Locale.getISOCountries()).stream()
                        .filter(country -> LatestZones.of(country).equals(ZoneId.of("Pacific/Kiritimati"))))
                .containsExactlyInAnyOrder("KI", "BV", "HM");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            150,    USD, 150.00, -
            150.5,  USD, 150.50, -
            45.250, KWD, 45.250, -
            45.25,  BHD, 45.250, -
            16500,  JPY, 16500,  -
            16500.00, JPY, 16500, -
            16500.5, JPY, 16500.5, 'has more decimals than JPY, which has 0: such as "16500"'
            45.255, USD, 45.255, 'has more decimals than USD, which has 2: such as "45.25"'
            """)
    void aPriceHasTheDecimalsOfItsCurrency(String given, String currency, String shown, @Nullable String fault) {
        var money = new Money(new BigDecimal(given), Currency.getInstance(currency));
        assertThat(money.amount().toPlainString()).isEqualTo(shown);
        var faults = new ArrayList<String>();
        money.validate((field, why) -> faults.add(why));
        assertThat(faults).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            online,   2027-03-06T10:00:00, -,                   2027-03-06, true
            online,   2027-03-06T10:00:00, -,                   2027-05-11, false
            in-store, 2027-03-06T10:00:00, -,                   2027-03,    true
            online,   2027-03-06T10:00:00, -,                   -,          true
            draw,     2027-03-01T10:00:00, 2027-03-05T10:00:00, 2027-03-06, true
            draw,     2027-03-01T10:00:00, 2027-03-05T10:00:00, 2027-05-11, false
            draw,     -,                   2027-03-05T10:00:00, 2027-03-06, true
            draw,     2027-03-08T10:00:00, -,                   2027-03-06, false
            online,   -,                   2027-03-06T12:00:00, 2027-05-11, false
            """)
    void hoursOfAnotherDateAreNotShown(
            String method,
            @Nullable LocalDateTime opens,
            @Nullable LocalDateTime closes,
            @Nullable String date,
            boolean shown) {
        var sale = List.of(SaleMethod.values()).stream()
                .filter(each -> each.wireName().equals(method))
                .findFirst()
                .orElseThrow();
        var view = new Retailer("Bodega", null, sale, opens, closes, ZoneId.of("America/New_York"))
                .view(date == null ? null : Window.parse(date));
        assertThat(view.opens() != null || view.closes() != null).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2027-03-14T02:30:00, America/New_York, true
            2027-03-28T02:30:00, Europe/Berlin,    true
            2011-12-30T10:00:00, Pacific/Apia,     true
            2027-11-07T01:30:00, America/New_York, false
            2027-03-06T10:00:00, UTC,              false
            """)
    void aTimeThatTheClocksSkipIsRefused(LocalDateTime local, ZoneId zone, boolean skipped) {
        var faults = new ArrayList<String>();
        LaunchTime.refuseSkipped("launchAt", local, zone, (field, why) -> faults.add(why));
        assertThat(faults).hasSize(skipped ? 1 : 0);
    }

    @Test
    void ofATimeThatTheClocksShowTwiceTheFirstIsMeant() {
        var twice = LaunchTime.of(LocalDateTime.parse("2027-11-07T01:30:00"), ZoneId.of("America/New_York"));
        assertThat(twice.instant()).isEqualTo("2027-11-07T05:30:00Z");
    }
}
