package dev.solecast.release;

import dev.solecast.date.Window;
import dev.solecast.entry.Named;
import dev.solecast.release.ReleaseView.RumorSummary;
import dev.solecast.release.sale.LaunchTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds views of a New Balance 1000 as seen on 30 November 2026; what is not set is unknown. */
public final class ReleaseViewBuilder {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private final ReleaseStatus status;
    private @Nullable Window date;
    private @Nullable ForecastView forecast;
    private @Nullable LaunchTime launch;
    private @Nullable LocalDate releasedOn;

    public ReleaseViewBuilder(ReleaseStatus status) {
        this.status = status;
    }

    public ReleaseViewBuilder date(@Nullable String edtf) {
        date = edtf == null ? null : Window.parse(edtf);
        return this;
    }

    /** Gives it a forecast with this chance of its date, from 0 to 1; null if it has none. */
    public ReleaseViewBuilder forecast(@Nullable String confidence) {
        forecast = new ForecastView(
                new BigDecimal("0.9500"),
                null,
                null,
                null,
                null,
                null,
                date == null,
                confidence == null ? null : new BigDecimal(confidence),
                TODAY,
                "1");
        return this;
    }

    /** Sets the launch, on the clocks of New York. */
    public ReleaseViewBuilder launch(@Nullable String localTime) {
        launch =
                localTime == null ? null : LaunchTime.of(LocalDateTime.parse(localTime), ZoneId.of("America/New_York"));
        return this;
    }

    public ReleaseViewBuilder releasedOn(@Nullable LocalDate day) {
        releasedOn = day;
        return this;
    }

    public ReleaseView build() {
        var group = UpcomingGroup.of(status, date, TODAY);
        return new ReleaseView(
                "new-balance-1000-pink",
                "New Balance 1000 in pink",
                group,
                status,
                null,
                new StatusLabel(status, date, releasedOn, TODAY),
                null,
                new Named("new-balance", "New Balance"),
                new Named("new-balance-1000", "1000"),
                null,
                null,
                "WW",
                null,
                date == null ? null : ReleaseDate.of(date, group == UpcomingGroup.OVERDUE),
                forecast,
                launch,
                releasedOn,
                null,
                List.of(),
                List.of(),
                new RumorSummary(0, 0, null),
                null,
                List.of(),
                Instant.parse("2026-11-02T09:00:00Z"),
                0);
    }
}
