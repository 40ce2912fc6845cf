package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import dev.solecast.date.Edtf.End;
import dev.solecast.date.Edtf.Interval;
import dev.solecast.date.Edtf.NoDate;
import java.io.Serial;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads EDTF from left to right and stops at the first character that cannot be right. */
final class EdtfParser {
    private static final String UNSPECIFIED = "XX";

    private final String text;
    private int at;

    private EdtfParser(String text) {
        this.text = text;
    }

    static Edtf parse(String text) throws Refused {
        return new EdtfParser(text).edtf();
    }

    /** The reason and the position of the mistake in a text that is no EDTF; {@code position} counts from 1. */
    static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int position;
        private final String reason;

        private Refused(int position, String reason) {
            super(reason, null, false, false);
            this.position = position;
            this.reason = reason;
        }

        int position() {
            return position;
        }

        String reason() {
            return reason;
        }
    }

    private Edtf edtf() throws Refused {
        if (text.isEmpty()) {
            throw refusedAt(0, "the date is empty");
        }
        End start = end();
        if (start instanceof Dated dated && at == text.length()) {
            return dated;
        }
        if (!accept('/')) {
            throw unexpected("an open start is followed by a slash and a date, as in ../2027-03");
        }
        int endsAt = at;
        End end = end();
        if (at < text.length()) {
            throw refusedAt(at, "nothing may follow the second end of an interval");
        }
        if (start instanceof Dated from && end instanceof Dated to) {
            refuseUnlessInOrder(from, to, endsAt);
        } else if (start instanceof NoDate && end instanceof NoDate) {
            throw refusedAt(endsAt, "an interval needs a date on at least one side");
        }
        return new Interval(start, end);
    }

    private void refuseUnlessInOrder(Dated from, Dated to, int endsAt) throws Refused {
        if (from.earliest().isAfter(to.earliest()) || from.latest().isAfter(to.latest())) {
            throw refusedAt(
                    endsAt,
                    "the interval's end, %s, does not come after its start, %s"
                            .formatted(WindowLabels.of(to.period()), WindowLabels.of(from.period())));
        }
    }

    private End end() throws Refused {
        if (accept('.')) {
            if (!accept('.')) {
                throw unexpected("an open end is written as two dots");
            }
            return NoDate.OPEN;
        }
        return at == text.length() || here('/') ? NoDate.UNKNOWN : dated();
    }

    private Dated dated() throws Refused {
        Period period = period();
        Qualifier qualifier = at < text.length() ? Qualifier.of(text.charAt(at)) : Qualifier.NONE;
        at += qualifier.toString().length();
        if (at < text.length() && !here('/')) {
            if (qualifier != Qualifier.NONE) {
                throw refusedAt(at, "nothing may follow the %s at the end of a date".formatted(qualifier));
            }
            throw unexpected(
                    switch (period) {
                        case Period.InDecade decade -> "nothing finer may follow a decade";
                        case Period.InPart part -> "nothing finer may follow a season, quarter or half";
                        case Period.InYear year when year.unspecified().isEmpty() -> "a year is followed by a hyphen";
                        default -> "a month and a day have two digits each, and nothing may follow the day";
                    });
        }
        return new Dated(period, qualifier);
    }

    private Period period() throws Refused {
        int yearAt = at;
        String digits = yearDigits();
        if (digitHere()) {
            throw refusedAt(at, "a year has four digits, and a hyphen follows it");
        }
        boolean decade = digits.endsWith("X");
        int year = Integer.parseInt(digits.replace('X', '0'));
        if (year < Period.FIRST_YEAR || year > Period.LAST_YEAR) {
            throw refusedAt(yearAt, "the year must lie between " + Period.FIRST_YEAR + " and " + Period.LAST_YEAR);
        }
        if (decade) {
            return new Period.InDecade(year);
        }
        return accept('-') ? withinYear(year) : new Period.InYear(year, "");
    }

    private String yearDigits() throws Refused {
        int from = at;
        while (at < from + 4) {
            if (here('X')) {
                if (at < from + 3) {
                    throw refusedAt(at, "in a year only the last digit may be X, for a decade");
                }
            } else if (!digitHere()) {
                throw unexpected("a date starts with a year of four digits");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private Period withinYear(int year) throws Refused {
        int monthAt = at;
        String digits = twoDigits("month");
        if (digits.equals(UNSPECIFIED)) {
            return new Period.InYear(year, accept('-') ? unspecifiedDay() : "-XX");
        }
        int number = Integer.parseInt(digits);
        if (number >= 1 && number <= 12) {
            YearMonth month = YearMonth.of(year, number);
            return accept('-') ? withinMonth(month) : new Period.InMonth(month, false);
        }
        YearPart part = YearPart.find(number)
                .orElseThrow(() -> refusedAt(
                        monthAt,
                        "there is no %s: months are 01 to 12, seasons 21 to 24, quarters 33 to 36, halves 40 and 41"
                                .formatted(digits)));
        return new Period.InPart(year, part);
    }

    private String unspecifiedDay() throws Refused {
        int dayAt = at;
        if (!twoDigits("day").equals(UNSPECIFIED)) {
            throw refusedAt(dayAt, "a day needs its month; where the month is XX, the day is XX too");
        }
        return "-XX-XX";
    }

    private Period withinMonth(YearMonth month) throws Refused {
        int dayAt = at;
        String digits = twoDigits("day");
        if (digits.equals(UNSPECIFIED)) {
            return new Period.InMonth(month, true);
        }
        int day = Integer.parseInt(digits);
        if (day == 0) {
            throw refusedAt(dayAt, "the days of a month start at 01");
        }
        if (!month.isValidDay(day)) {
            throw refusedAt(
                    dayAt,
                    WindowLabels.of(new Period.InMonth(month, false)) + " has " + month.lengthOfMonth() + " days");
        }
        return new Period.Day(LocalDate.of(month.getYear(), month.getMonth(), day));
    }

    private String twoDigits(String component) throws Refused {
        int from = at;
        boolean unspecified = here('X');
        while (at < from + 2) {
            if (unspecified ? !here('X') : !digitHere()) {
                throw unexpected("a " + component + " is written with two digits, or as XX where it is unknown");
            }
            at++;
        }
        return text.substring(from, at);
    }

    private boolean here(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private boolean digitHere() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean accept(char expected) {
        boolean accepted = here(expected);
        at += accepted ? 1 : 0;
        return accepted;
    }

    /** Names the mistake that the character at this position suggests, or else the expected text. */
    private Refused unexpected(String expected) {
        char met = at < text.length() ? text.charAt(at) : '\0';
        return refusedAt(
                at,
                switch (met) {
                    case 'x' -> "digits left out are written with a capital X";
                    case '?', '~', '%' -> "?, ~ and % stand at the end of a date";
                    case '[', ']', '{', '}', ',' -> "sets of dates are not supported; write an interval";
                    case 'T', 't', ':' -> at > 0 ? "a date is a calendar day without a time" : expected;
                    case '/' -> "a slash stands between two dates, and each starts with a year of four digits";
                    case 'Y', 'E', '+' -> "a year is written with four digits alone";
                    case '-' -> at == 0 ? "years before our era are not supported" : expected;
                    default ->
                        Character.isWhitespace(met) || Character.isSpaceChar(met)
                                ? "a date has no spaces"
                                : Character.isDigit(met) && !digitHere() ? "only the digits 0 to 9 are read" : expected;
                });
    }

    private static Refused refusedAt(int index, String reason) {
        return new Refused(index + 1, reason);
    }
}
