package dev.solecast.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an EDTF text says, as a structure. Printed, it is that text again. */
sealed interface Edtf {

    /** Null where open or unknown. */
    @Nullable
    LocalDate earliest();

    /** Null where open or unknown. */
    @Nullable
    LocalDate latest();

    Precision precision();

    boolean uncertain();

    boolean approximate();

    /** One date. Its qualifier leaves its bounds alone: how far "about" reaches is for the forecast to say. */
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

    /** An end without a date: the source says there is none, or does not know it. */
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
