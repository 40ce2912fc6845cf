package dev.solecast.catalog;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What colorways show of the rumors about their releases. */
@Singleton
public class StrongestRumors {

    private final EntityManager database;

    StrongestRumors(EntityManager database) {
        this.database = database;
    }

    /** Writes down what the rumors about the releases of each say now; null if there is none. */
    public void write(Map<Colorway, @Nullable StrongestRumor> strongest, Instant now) {
        Rows.write(
                database,
                """
                update colorway set strongest_kind = ?, strongest_rumor = cast(? as jsonb), updated_at = ?
                where id = ? and strongest_rumor is distinct from cast(? as jsonb)
                """,
                // In one order, so that two transactions never wait for each other.
                strongest.entrySet().stream()
                        .sorted(Comparator.comparingLong(each -> each.getKey().id()))
                        .map(each -> {
                            var rumor = each.getValue();
                            var json = Rows.json(rumor);
                            return Arrays.<@Nullable Object>asList(
                                    rumor == null ? null : rumor.kind().word(),
                                    json,
                                    now,
                                    each.getKey().id(),
                                    json);
                        })
                        .toList());
    }
}
