package dev.solecast.date;

import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/**
 * The parts of a year that ISO 8601-2 numbers like months. Its seasons 21 to 24 name no months; here they are the
 * meteorological ones of the northern hemisphere, and winter runs into the next year.
 */
enum YearPart {
    SPRING(21, Precision.SEASON, Month.MARCH, 3),
    SUMMER(22, Precision.SEASON, Month.JUNE, 3),
    AUTUMN(23, Precision.SEASON, Month.SEPTEMBER, 3),
    WINTER(24, Precision.SEASON, Month.DECEMBER, 3),
    FIRST_QUARTER(33, Precision.QUARTER, Month.JANUARY, 3),
    SECOND_QUARTER(34, Precision.QUARTER, Month.APRIL, 3),
    THIRD_QUARTER(35, Precision.QUARTER, Month.JULY, 3),
    FOURTH_QUARTER(36, Precision.QUARTER, Month.OCTOBER, 3),
    FIRST_HALF(40, Precision.HALF, Month.JANUARY, 6),
    SECOND_HALF(41, Precision.HALF, Month.JULY, 6);

    private final int code;
    private final Precision precision;
    private final Month firstMonth;
    private final int months;

    YearPart(int code, Precision precision, Month firstMonth, int months) {
        this.code = code;
        this.precision = precision;
        this.firstMonth = firstMonth;
        this.months = months;
    }

    static Optional<YearPart> find(int code) {
        return Arrays.stream(values()).filter(part -> part.code == code).findFirst();
    }

    int code() {
        return code;
    }

    Precision precision() {
        return precision;
    }

    YearMonth firstMonth(int year) {
        return YearMonth.of(year, firstMonth);
    }

    YearMonth lastMonth(int year) {
        return firstMonth(year).plusMonths(months - 1);
    }
}
