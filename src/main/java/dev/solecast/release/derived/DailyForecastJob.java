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
 * Computes the stored forecast of each awaited release for the present day (UTC) once the day has begun, or where it
 * was cleared; until then reads compute it.
 */
@ApplicationScoped
class DailyForecastJob {

    private static final int BATCH_SIZE = 200;

    private final EntityManager database;
    private final Clock clock;

    DailyForecastJob(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refreshAll() {
        while (refreshSome() == BATCH_SIZE) {
            // continue with the next
        }
    }

    private record Refreshed(long id, ForecastOfDay forecast) {}

    /** Several instances share the work; releases locked by a writer wait for the next round. */
    private int refreshSome() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew().call(() -> {
            var refreshed = compute(today);
            write(refreshed);
            return refreshed.size();
        });
    }

    private List<Refreshed> compute(LocalDate today) {
        return new SqlStatement("""
                select id, date_edtf, forecast_comes, forecast_first, forecast_sums, forecast_dated from release
                where awaited and forecast_comes is not null and (forecast_day < ? or forecast_day is null)
                    and forecast_first <= ?
                order by forecast_day nulls first limit %d for no key update skip locked
                """.formatted(BATCH_SIZE), today, today).read(database, row -> {
            var distribution = new DateDistribution(
                    row.getDouble("forecast_comes"),
                    row.getObject("forecast_first", LocalDate.class),
                    ResultRow.numbers(row.getArray("forecast_sums")),
                    row.getBoolean("forecast_dated"));
            var edtf = row.getString("date_edtf");
            return new Refreshed(
                    row.getLong("id"),
                    ForecastOfDay.of(distribution.on(today), edtf == null ? null : Window.parse(edtf)));
        });
    }

    private void write(List<Refreshed> refreshed) {
        BulkSql.update(
                database,
                "release",
                ForecastOfDay.COLUMNS,
                refreshed.stream()
                        .collect(Collectors.toMap(
                                Refreshed::id, each -> each.forecast().values())));
    }
}
