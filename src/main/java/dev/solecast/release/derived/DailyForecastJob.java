package dev.solecast.release.derived;

import dev.solecast.date.Window;
import dev.solecast.forecast.DateDistribution;
import dev.solecast.release.ForecastOfDay;
import dev.solecast.sql.BulkSql;
import dev.solecast.sql.ResultRow;
import dev.solecast.sql.SqlStatement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells each awaited release's forecast anew when a day has begun, so that no page has to compute it; until then pages
 * do. Also where something has taken away what was told.
 */
@ApplicationScoped
class DailyForecastJob {

    private static final int AT_ONCE = 200;

    private final EntityManager database;
    private final Clock clock;

    DailyForecastJob(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tellAll() {
        while (tellSome() == AT_ONCE) {
            // the next
        }
    }

    private record Untold(long id, ForecastOfDay told) {}

    /** Several instances share the work; who is just being written waits for the next round. */
    private int tellSome() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew().call(() -> {
            var untold = read(today);
            write(untold);
            return untold.size();
        });
    }

    private List<Untold> read(LocalDate today) {
        return new SqlStatement("""
                select id, date_edtf, forecast_comes, forecast_first, forecast_sums, forecast_dated from release
                where awaited and forecast_comes is not null and (forecast_day < ? or forecast_day is null)
                    and forecast_first <= ?
                order by forecast_day nulls first limit %d for no key update skip locked
                """.formatted(AT_ONCE), today, today).read(database, row -> {
            var belief = new DateDistribution(
                    row.getDouble("forecast_comes"),
                    row.getObject("forecast_first", LocalDate.class),
                    ResultRow.numbers(row.getArray("forecast_sums")),
                    row.getBoolean("forecast_dated"));
            var edtf = row.getString("date_edtf");
            return new Untold(
                    row.getLong("id"), ForecastOfDay.of(belief.on(today), edtf == null ? null : Window.parse(edtf)));
        });
    }

    private void write(List<Untold> untold) {
        BulkSql.update(
                database,
                "release",
                ForecastOfDay.COLUMNS,
                untold.stream()
                        .collect(
                                Collectors.toMap(Untold::id, each -> each.told().values())));
    }
}
