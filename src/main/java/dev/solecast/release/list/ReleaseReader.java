package dev.solecast.release.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.Slug;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.sql.ResultRow;
import dev.solecast.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Releases as lists and their own pages show them, each answer read by one statement and without entities: which they
 * are, found in one index ({@link ReleasePageQuery}), and of those few all that is shown but what {@link ReleaseFragments} knows.
 */
@ApplicationScoped
public class ReleaseReader {

    /** What few releases have is looked for only where there is any. */
    private static final String CARD = """
            select r.id, r.slug, r.version, r.status, r.status_reason, r.region, r.channel,
                r.kind, r.date_edtf, r.sort_day, r.sort_span, r.launch_at, r.launch_zone, r.released_on, r.price_amount,
                r.price_currency, r.features, r.citations, r.rumor_count, r.source_count, r.strongest_kind, r.updated_at,
                r.model_id, r.collaboration_id, c.id as colorway_id,
                -- of a colorway that an editor has moved to another one since
                case when c.collaboration_id is distinct from r.collaboration_id then c.collaboration_id end
                    as other_collaboration_id,
                c.slug as colorway_slug, c.kind as colorway_kind, c.style_code, c.nickname, c.looks,
                c.pictures -> 0 as picture,
                to_json(array(
                    select json_build_object('name', name, 'url', url, 'method', method,
                        'opensAt', opens_at, 'closesAt', closes_at, 'zone', zone)
                    from retailer where release_id = r.id order by position)) as retailers,
                r.forecast_day, r.forecast_happens, r.likeliest, r.likeliest_until, r.forecast_median,
                r.forecast_from50, r.forecast_to50, r.forecast_from80, r.forecast_to80, r.forecast_summary,
                r.forecast_confidence, r.forecast_dated,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_comes end as comes,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_first end as first,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_sums end as sums,
            """;

    private static final String ONE = CARD + """
                null::date as order_likeliest
            from release r left join colorway c on c.id = r.colorway_id
            where r.slug = ? and r.deleted_at is null
            """;

    private static final String OF_PAGE = CARD + """
                page.likeliest as order_likeliest
            from page join release r on r.id = page.id left join colorway c on c.id = r.colorway_id
            order by\s""";

    private final EntityManager database;
    private final ReleaseFragments parts;
    private final ObjectMapper json;

    ReleaseReader(EntityManager database, ReleaseFragments parts, ObjectMapper json) {
        this.database = database;
        this.parts = parts;
        this.json = json;
    }

    /** Those that a filter finds. */
    public Page<ListedRelease> list(ReleaseFilter filter, PageRequest<ListedRelease> page) {
        return read(ReleasePageQuery.list(filter, page), total(filter, false, page), page);
    }

    /** What is neither released nor cancelled. */
    public Page<ListedRelease> upcoming(ReleaseFilter filter, PageRequest<ListedRelease> page) {
        return read(ReleasePageQuery.upcoming(filter, page), total(filter, true, page), page);
    }

    /** The one with this slug, unless it is a former one or there is none. */
    public Optional<ReleaseProjection> of(Slug slug, LocalDate today, LocalDate utc) {
        var one = new SqlStatement(ONE, utc, utc, utc, slug.text()).isPlannedAlike();
        return read(one, today, utc).stream().findFirst();
    }

    private @Nullable Long total(ReleaseFilter filter, boolean upcoming, PageRequest<ListedRelease> page) {
        return page.withTotal()
                ? ReleasePageQuery.total(filter, upcoming, page.today(), page.utc())
                        .read(database, row -> row.getLong(1))
                        .getFirst()
                : null;
    }

    private Page<ListedRelease> read(ReleasePageQuery walk, @Nullable Long total, PageRequest<ListedRelease> page) {
        var cards = new SqlStatement("with page as (")
                .add(walk.page())
                .add(") " + OF_PAGE + walk.order(), page.utc(), page.utc(), page.utc());
        return page.page(List.copyOf(read(cards, page.today(), page.utc())), total);
    }

    private List<ReleaseProjection> read(SqlStatement sql, LocalDate today, LocalDate utc) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> sql.ask(connection, rows -> {
                    var common = parts.of(rows, connection);
                    var cards = new ArrayList<ReleaseProjection>();
                    rows.beforeFirst();
                    while (rows.next()) {
                        cards.add(ReleaseProjection.of(new ResultRow(rows, json), common, today, utc));
                    }
                    return cards;
                }));
    }
}
