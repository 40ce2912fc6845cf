package dev.solecast.date;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** A single date at some precision: a closed run of days. Its text is EDTF. */
sealed interface Period {

    /** Sneakers need vulcanized rubber (1839); a year past 2199 is a typo, or a placeholder such as 9999. */
    int FIRST_YEAR = 1800;

    int LAST_YEAR = 2199;

    LocalDate first();

    LocalDate last();

    Precision precision();

    record Day(LocalDate day) implements Period {
        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public Precision precision() {
            return Precision.DAY;
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A month. With {@code someDay}, the source says that there is a day but not which: {@code 2027-03-XX}. */
    record InMonth(YearMonth month, boolean someDay) implements Period {
        @Override
        public LocalDate first() {
            return month.atDay(1);
        }

        @Override
        public LocalDate last() {
            return month.atEndOfMonth();
        }

        @Override
        public Precision precision() {
            return Precision.MONTH;
        }

        @Override
        public String toString() {
            return month + (someDay ? "-XX" : "");
        }
    }

    /** A season, quarter or half. */
    record InPart(int year, YearPart part) implements Period {
        @Override
        public LocalDate first() {
            return part.firstMonth(year).atDay(1);
        }

        @Override
        public LocalDate last() {
            return part.lastMonth(year).atEndOfMonth();
        }

        @Override
        public Precision precision() {
            return part.precision();
        }

        @Override
        public String toString() {
            return year + "-" + part.code();
        }
    }

    /** A year, and the unspecified rest of its text: "", "-XX" or "-XX-XX". */
    record InYear(int year, String unspecified) implements Period {
        @Override
        public LocalDate first() {
            return LocalDate.of(year, Month.JANUARY, 1);
        }

        @Override
        public LocalDate last() {
            return LocalDate.of(year, Month.DECEMBER, 31);
        }

        @Override
        public Precision precision() {
            return Precision.YEAR;
        }

        @Override
        public String toString() {
            return year + unspecified;
        }
    }

    /** The ten years from {@code firstYear}, which ends in 0. */
    record InDecade(int firstYear) implements Period {
        @Override
        public LocalDate first() {
            return LocalDate.of(firstYear, Month.JANUARY, 1);
        }

        @Override
        public LocalDate last() {
            return LocalDate.of(firstYear + 9, Month.DECEMBER, 31);
        }

        @Override
        public Precision precision() {
            return Precision.DECADE;
        }

        @Override
        public String toString() {
            return firstYear / 10 + "X";
        }
    }
}
