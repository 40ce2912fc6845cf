package dev.solecast.release.list;

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
 * Reads releases as lists and their own pages show them, each response with one statement and without entities:
 * {@link ReleasePageQuery} finds the ids in one index, and all that is shown is read for those few. Models and
 * collaborations come from {@link ReleaseFragments}.
 */
@ApplicationScoped
public class ReleaseReader {

    /** All columns shown; the distribution of a forecast is read only where today's figures are not stored. */
    private static final String COLUMNS = """
            select r.id, r.slug, r.version, r.status, r.status_reason, r.region, r.channel,
                r.kind, r.date_edtf, r.sort_day, r.sort_span, r.launch_at, r.launch_zone, r.released_on, r.price_amount,
                r.price_currency, r.features, r.citations, r.rumor_count, r.source_count, r.strongest_kind, r.updated_at,
                c.id as colorway_id, c.style_code, c.pictures -> 0 as picture,
                to_json(array(
                    select json_build_object('name', name, 'url', url, 'method', method,
                        'opensAt', opens_at, 'closesAt', closes_at, 'zone', zone)
                    from retailer where release_id = r.id order by position)) as retailers,
                r.forecast_happens, r.likeliest, r.likeliest_until, r.forecast_median,
                r.forecast_from50, r.forecast_to50, r.forecast_from80, r.forecast_to80, r.forecast_summary,
                r.forecast_confidence, r.forecast_dated,
            """ + ReleaseProjection.TITLE + ReleaseProjection.DISTRIBUTION;

    private static final String BY_SLUG = COLUMNS + """
                null::date as order_likeliest
            from release r left join colorway c on c.id = r.colorway_id
            where r.slug = ? and r.deleted_at is null
            """;

    private static final String OF_PAGE = COLUMNS + """
                page.likeliest as order_likeliest
            from page join release r on r.id = page.id left join colorway c on c.id = r.colorway_id
            order by\s""";

    private final EntityManager database;
    private final ReleaseFragments fragments;

    ReleaseReader(EntityManager database, ReleaseFragments fragments) {
        this.database = database;
        this.fragments = fragments;
    }

    /** Reads a page of the releases that a filter finds. */
    public Page<ListedRelease> list(ReleaseFilter filter, PageRequest<ListedRelease> page) {
        return read(ReleasePageQuery.list(filter, page), total(filter, false, page), page);
    }

    /** Reads a page of the releases that are neither released nor cancelled. */
    public Page<ListedRelease> upcoming(ReleaseFilter filter, PageRequest<ListedRelease> page) {
        return read(ReleasePageQuery.upcoming(filter, page), total(filter, true, page), page);
    }

    /** Reads the release with this slug; empty if it is a former slug or there is none. */
    public Optional<ReleaseProjection> find(Slug slug, LocalDate today, LocalDate utc) {
        var bySlug = new SqlStatement(BY_SLUG, utc, utc, utc, slug.text()).letServerDecide();
        return read(bySlug, today, utc).stream().findFirst();
    }

    private @Nullable Long total(ReleaseFilter filter, boolean upcoming, PageRequest<ListedRelease> page) {
        return page.withTotal()
                ? ReleasePageQuery.total(filter, upcoming, page.today(), page.todayUtc())
                        .read(database, row -> row.getLong(1))
                        .getFirst()
                : null;
    }

    private Page<ListedRelease> read(ReleasePageQuery query, @Nullable Long total, PageRequest<ListedRelease> page) {
        var statement = new SqlStatement("with page as (")
                .add(query.page())
                .add(") " + OF_PAGE + query.order(), page.todayUtc(), page.todayUtc(), page.todayUtc());
        return page.page(List.copyOf(read(statement, page.today(), page.todayUtc())), total);
    }

    private List<ReleaseProjection> read(SqlStatement statement, LocalDate today, LocalDate utc) {
        return database.unwrap(Session.class)
                .doReturningWork(connection -> statement.query(connection, rows -> {
                    var found = fragments.load(rows, connection);
                    var projections = new ArrayList<ReleaseProjection>();
                    rows.beforeFirst();
                    while (rows.next()) {
                        projections.add(ReleaseProjection.of(new ResultRow(rows), found, today, utc));
                    }
                    return projections;
                }));
    }
}
