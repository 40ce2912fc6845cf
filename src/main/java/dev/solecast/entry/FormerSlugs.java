package dev.solecast.entry;

import dev.solecast.change.EntryType;
import dev.solecast.http.Slug;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The former slugs of entries of one type, which still lead to them. */
final class FormerSlugs {

    private final EntryType type;
    private final Supplier<EntityManager> database;

    FormerSlugs(EntryType type, Supplier<EntityManager> database) {
        this.type = type;
        this.database = database;
    }

    /** The id of the entry that this former slug leads to. */
    Optional<Long> findTarget(String slug) {
        return database.get()
                .createNativeQuery(
                        "select target_id from retired_slug where resource = :resource and slug = :slug", Long.class)
                .setParameter("resource", type.wireName())
                .setParameter("slug", slug)
                .getResultStream()
                .map(Long.class::cast)
                .findFirst();
    }

    /** The ids of the entries that have or had these slugs, by slug; an entry that has it goes first. */
    Map<String, Long> idsBySlug(Set<String> slugs) {
        return database
                .get()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select cast(slug as text), id from %s where slug = any(:slugs)
                        union all
                        select cast(slug as text), target_id from retired_slug
                        where resource = :resource and slug = any(:slugs)
                        """.formatted(type.wireName()), Object[].class)
                .setParameter("resource", type.wireName())
                .setParameter("slugs", slugs.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1], (has, had) -> has));
    }

    void add(long target, String slug, Instant now) {
        database.get()
                .createNativeQuery("""
                        insert into retired_slug (resource, slug, target_id, retired_at)
                        values (:resource, :slug, :id, :now)
                        """)
                .setParameter("resource", type.wireName())
                .setParameter("slug", slug)
                .setParameter("id", target)
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(Slug slug) {
        database.get()
                .createNativeQuery("delete from retired_slug where resource = :resource and slug = :slug")
                .setParameter("resource", type.wireName())
                .setParameter("slug", slug.text())
                .executeUpdate();
    }
}
