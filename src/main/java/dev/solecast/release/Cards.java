package dev.solecast.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.Page;
import dev.solecast.http.PageRequest;
import dev.solecast.http.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Releases as lists and their own pages show them, each answer read by one statement and without entities: which they
 * are, found in one index ({@link ReleaseWalk}), and of those few all that is shown.
 */
@ApplicationScoped
class Cards {

    /** Who they are, and what it is on; the names are read, so that one who is renamed is called so at once. */
    private static final String COLLABORATION = """
            select json_build_object('id', x.id, 'slug', x.slug, 'stage', x.stage, 'on', case
                    when x.model_id = m.id then b.name || ' ' || m.name
                    when x.model_id is null and x.brand_id = b.id then b.name
                    else (select concat_ws(' ', xb.name, xm.name)
                        from brand xb left join model xm on xm.id = x.model_id where xb.id = x.brand_id) end,
                'members', (
                    select coalesce(json_agg(json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) order by k.position), '[]')
                    from collaboration_collaborator k join collaborator p on p.id = k.collaborator_id
                    where k.collaboration_id = x.id))
            from collaboration x
            """;

    /** What few releases have is looked for only where there is any. */
    private static final String CARD = """
            select r.id, page.likeliest as order_likeliest, r.slug, r.version, r.status, r.status_reason, r.region, r.channel,
                r.kind, r.date_edtf, r.sort_day, r.sort_span, r.launch_at, r.launch_zone, r.released_on, r.price_amount,
                r.price_currency, r.features, r.citations, r.rumor_count, r.source_count, r.strongest_kind, r.updated_at,
                b.id as brand_id, m.id as model_id, c.id as colorway_id, b.slug as brand_slug, b.name as brand, m.slug as model_slug, m.name as model,
                case when r.collaboration_id is not null then (
                    %1$s where x.id = r.collaboration_id) end as collaboration,
                -- of a colorway that an editor has moved to another one since
                case when c.collaboration_id is distinct from r.collaboration_id and c.collaboration_id is not null then (
                    %1$s where x.id = c.collaboration_id) end as other_collaboration,
                c.slug as colorway_slug, c.kind as colorway_kind, c.style_code, c.nickname, c.looks,
                c.pictures -> 0 as picture,
                (select json_agg(json_build_object('name', name, 'url', url, 'method', method,
                        'opensAt', opens_at, 'closesAt', closes_at, 'zone', zone) order by position)
                    from retailer where release_id = r.id) as retailers,
                r.forecast_day, r.forecast_happens, r.likeliest, r.likeliest_until, r.forecast_median,
                r.forecast_from50, r.forecast_to50, r.forecast_from80, r.forecast_to80, r.forecast_summary,
                r.forecast_confidence, r.forecast_dated,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_comes end as comes,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_first end as first,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_sums end as sums
            from page
                join release r on r.id = page.id
                join model m on m.id = r.model_id
                join brand b on b.id = m.brand_id
                left join colorway c on c.id = r.colorway_id
            """.formatted(COLLABORATION);

    private final EntityManager database;
    private final ObjectMapper json;

    Cards(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those that a filter finds. */
    Page<Seen> list(ReleaseFilter filter, PageRequest<Seen> page) {
        return read(ReleaseWalk.list(filter, page), total(filter, false, page), page);
    }

    /** What is neither released nor cancelled. */
    Page<Seen> upcoming(ReleaseFilter filter, PageRequest<Seen> page) {
        return read(ReleaseWalk.upcoming(filter, page), total(filter, true, page), page);
    }

    /** The one with this slug, unless it is a former one or there is none. */
    Optional<Card> of(Slug slug, LocalDate today, LocalDate utc) {
        var one = new Sql(
                "select id, null::date as likeliest from release where slug = ? and deleted_at is null", slug.text());
        return read(cards(one, utc).isPlannedAlike(), today, utc).stream().findFirst();
    }

    private @Nullable Long total(ReleaseFilter filter, boolean upcoming, PageRequest<Seen> page) {
        return page.withTotal()
                ? ReleaseWalk.total(filter, upcoming, page.today(), page.utc())
                        .read(database, row -> row.getLong(1))
                        .getFirst()
                : null;
    }

    private Page<Seen> read(ReleaseWalk walk, @Nullable Long total, PageRequest<Seen> page) {
        var cards = read(cards(walk.page(), page.utc()).add(" order by " + walk.order()), page.today(), page.utc());
        return page.page(List.copyOf(cards), total);
    }

    private List<Card> read(Sql cards, LocalDate today, LocalDate utc) {
        return cards.read(database, row -> Card.of(new CardRow(row, json), today, utc));
    }

    private static Sql cards(Sql page, LocalDate utc) {
        return new Sql("with page as (").add(page).add(") " + CARD, utc, utc, utc);
    }
}
