package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatTest {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "day", LocalDate.class,
            "local", LocalDateTime.class,
            "instant", Instant.class,
            "zone", ZoneId.class,
            "currency", Currency.class,
            "amount", BigDecimal.class);

    @ParameterizedTest
    @CsvSource({
        "day, 2027-03-06",
        "day, 1800-01-01",
        "day, 2199-12-31",
        "local, 2027-03-06T10:00:00",
        "instant, 2027-03-06T10:00:00Z",
        "instant, 2027-03-06T10:00:00.123456+01:00",
        "zone, America/New_York",
        "zone, UTC",
        "currency, KWD",
        "amount, 150",
        "amount, 45.250"
    })
    void theFormOfTheContractIsRead(String type, String text) {
        assertThat(TextFormat.of(TYPES.get(type)).parseStorable(text)).isInstanceOf(TYPES.get(type));
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2025-01-01T23:00:00Z",
        "day, 2027-3-6",
        "day, +12027-03-06",
        "day, -0001-03-06",
        "day, 2027-02-30",
        "day, 20270306",
        "day, ２０２７-03-06",
        "local, 2027-03-06T10:00:00Z",
        "local, 2027-03-06T10:00:00+01:00",
        "local, 2027-03-06T10:00:00.5",
        "local, 2027-03-06T10:00",
        "local, 2027-03-06 10:00:00",
        "local, 2027-03-06T24:00:00",
        "local, +12027-03-06T10:00:00",
        "instant, 2027-03-06",
        "instant, 2027-03-06T10:00:00",
        "instant, +999999999-12-31T23:59:59Z",
        "zone, +02:00",
        "zone, UTC+2",
        "zone, Z",
        "zone, -18:00",
        "zone, america/new_york",
        "currency, $",
        "currency, usd",
        "currency, XAU",
        "amount, 1e3",
        "amount, -1",
        "amount, 1.2345",
        "amount, 12345678901"
    })
    void anyOtherFormIsRefusedWithAnExample(String type, String text) {
        var format = TextFormat.of(TYPES.get(type));
        assertThatThrownBy(() -> format.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("is not " + format.expected())
                .hasMessageEndingWith("such as " + format.example());
    }

    @ParameterizedTest
    @CsvSource({
        "day, 1799-12-31",
        "day, 2200-01-01",
        "local, 1799-12-31T23:59:59",
        "local, 2200-01-01T00:00:00",
        "instant, 2200-01-01T00:00:00Z"
    })
    void aYearThatCannotBeShownIsRefusedInBodiesOnly(String type, String text) {
        var format = TextFormat.of(TYPES.get(type));
        assertThat(format.parse(text)).isNotNull();
        assertThatThrownBy(() -> format.parseStorable(text))
                .hasMessage("cannot be used: the year must lie between 1800 and 2199");
    }

    @ParameterizedTest
    @CsvSource({"day, 0000-01-01", "instant, 0000-01-01T00:00:00Z", "instant, 9999-12-31T23:59:59-18:00"})
    void aYearOutOfFourDigitsIsRefusedEverywhere(String type, String text) {
        assertThatThrownBy(() -> TextFormat.of(TYPES.get(type)).parse(text)).hasMessageContaining("0001 and 9999");
    }

    @Test
    void anInstantHasMicroseconds() {
        assertThat(TextFormat.of(Instant.class).parse("2027-03-01T09:00:00.123456789Z"))
                .isEqualTo("2027-03-01T09:00:00.123456Z");
        assertThat(new SystemClock().utc().instant().getNano() % 1_000).isZero();
    }
}
