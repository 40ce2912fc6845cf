package dev.solecast.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The structure of an EDTF text. Its {@code toString} is that text again. */
sealed interface Edtf {

    /** The first day; null where open or unknown. */
    @Nullable
    LocalDate earliest();

    /** The last day; null where open or unknown. */
    @Nullable
    LocalDate latest();

    Precision precision();

    boolean uncertain();

    boolean approximate();

    /** One date. Its qualifier does not widen its bounds: how far "about" reaches is left to the forecast. */
    record Dated(Period period, Qualifier qualifier) implements Edtf, End {
        @Override
        public LocalDate earliest() {
            return period.first();
        }

        @Override
        public LocalDate latest() {
            return period.last();
        }

        @Override
        public Precision precision() {
            return period.precision();
        }

        @Override
        public boolean uncertain() {
            return qualifier.uncertain();
        }

        @Override
        public boolean approximate() {
            return qualifier.approximate();
        }

        @Override
        public String toString() {
            return period.toString() + qualifier;
        }
    }

    /** From the first day of its start to the last day of its end; at least one of the two is a date. */
    record Interval(End start, End end) implements Edtf {
        @Override
        public @Nullable LocalDate earliest() {
            return start instanceof Dated dated ? dated.earliest() : null;
        }

        @Override
        public @Nullable LocalDate latest() {
            return end instanceof Dated dated ? dated.latest() : null;
        }

        @Override
        public Precision precision() {
            return Precision.INTERVAL;
        }

        @Override
        public boolean uncertain() {
            return start.uncertain() || end.uncertain();
        }

        @Override
        public boolean approximate() {
            return start.approximate() || end.approximate();
        }

        @Override
        public String toString() {
            return start + "/" + end;
        }
    }

    /** Either end of an interval. */
    sealed interface End {
        boolean uncertain();

        boolean approximate();
    }

    /** An end without a date: open if the source says that there is none, else unknown. */
    enum NoDate implements End {
        OPEN(".."),
        UNKNOWN("");

        private final String text;

        NoDate(String text) {
            this.text = text;
        }

        @Override
        public boolean uncertain() {
            return false;
        }

        @Override
        public boolean approximate() {
            return false;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
