package dev.solecast.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.catalog.colorway.Picture;
import dev.solecast.date.Window;
import dev.solecast.entry.Named;
import dev.solecast.release.ReleaseDate;
import dev.solecast.release.ReleaseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields shown of the entries found, with one query. */
@ApplicationScoped
class Hits {

    private final EntityManager database;
    private final ObjectMapper json;

    Hits(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The hits in the order of the candidates. Titles are the same as in the entries' own views. */
    List<Hit> list(List<Candidate> candidates, LocalDate today) {
        List<Object[]> rows = database.createNativeQuery("""
                        select hit.type,
                            case hit.type when 'brand' then b.slug when 'collaborator' then p.slug
                                when 'model' then m.slug when 'collaboration' then x.slug
                                when 'colorway' then c.slug else r.slug end,
                            case hit.type when 'collaborator' then p.name else
                                coalesce(who.names || ' x ', '') || shoe_title(b.name, b.aliases, m.name)
                                || coalesce(' “' || c.nickname || '”', ' in ' || looks.colors, '') end,
                            b.slug, b.name, c.style_code, c.pictures ->> 0, r.region, r.status, r.date_edtf
                        from unnest(cast(:types as text[]), cast(:ids as bigint[])) with ordinality
                                as hit (type, id, position)
                            left join collaborator p on hit.type = 'collaborator' and p.id = hit.id
                            left join release r on hit.type = 'release' and r.id = hit.id
                            left join colorway c on c.id = case hit.type when 'colorway' then hit.id else r.colorway_id end
                            left join collaboration x on x.id = case hit.type when 'collaboration' then hit.id
                                else coalesce(c.collaboration_id, r.collaboration_id) end
                            left join model m on m.id = case when hit.type = 'model' then hit.id
                                when x.id is not null then x.model_id else coalesce(c.model_id, r.model_id) end
                            left join brand b on b.id = case when hit.type = 'brand' then hit.id
                                else coalesce(x.brand_id, m.brand_id) end
                            cross join lateral (
                                select string_agg(name, ' x ' order by position) as names
                                from collaboration_collaborator join collaborator on id = collaborator_id
                                where collaboration_id = x.id) who
                            cross join lateral (
                                select string_agg(concat_ws(' ', finish, name), ' and ' order by position) as colors
                                from colorway_color where colorway_id = c.id and part is null) looks
                        order by hit.position
                        """, Object[].class)
                .setParameter(
                        "types",
                        candidates.stream()
                                .map(candidate -> candidate.type().wireName())
                                .toArray(String[]::new))
                .setParameter("ids", candidates.stream().map(Candidate::id).toArray(Long[]::new))
                .getResultList();
        return rows.stream().map(row -> hit(row, today)).toList();
    }

    private Hit hit(Object[] row, LocalDate today) {
        var type = HitType.of((String) row[0]);
        var slug = (String) row[1];
        var brand = row[3] == null || type == HitType.BRAND ? null : new Named((String) row[3], (String) row[4]);
        var status = status((String) row[8]);
        return new Hit(
                type,
                slug,
                (String) row[2],
                type.address(slug),
                brand,
                (String) row[5],
                picture((String) row[6]),
                (String) row[7],
                status,
                date((String) row[9], status, today));
    }

    private static @Nullable ReleaseStatus status(@Nullable String wireName) {
        return Arrays.stream(ReleaseStatus.values())
                .filter(status -> status.wireName().equals(wireName))
                .findAny()
                .orElse(null);
    }

    private static @Nullable ReleaseDate date(@Nullable String edtf, @Nullable ReleaseStatus status, LocalDate today) {
        if (edtf == null) {
            return null;
        }
        var window = Window.parse(edtf);
        boolean awaited = status != ReleaseStatus.RELEASED && status != ReleaseStatus.CANCELLED;
        return ReleaseDate.of(window, awaited && window.isOver(today));
    }

    private @Nullable Picture picture(@Nullable String stored) {
        try {
            return stored == null ? null : json.readValue(stored, Picture.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A picture in the database that is none", e);
        }
    }
}
