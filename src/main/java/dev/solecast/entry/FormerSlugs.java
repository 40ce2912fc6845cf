package dev.solecast.entry;

import dev.solecast.change.EntryType;
import dev.solecast.http.Slug;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The slugs that entries of one type had, and that lead to them. */
final class FormerSlugs {

    private final EntryType type;
    private final Supplier<EntityManager> database;

    FormerSlugs(EntryType type, Supplier<EntityManager> database) {
        this.type = type;
        this.database = database;
    }

    /** The number of the one that it leads to. */
    Optional<Long> target(String slug) {
        return database.get()
                .createNativeQuery(
                        "select target_id from retired_slug where resource = :resource and slug = :slug", Long.class)
                .setParameter("resource", type.word())
                .setParameter("slug", slug)
                .getResultStream()
                .map(Long.class::cast)
                .findFirst();
    }

    /** Those that lead to each of these, by its number, oldest first; those that have none are left out. */
    @SuppressWarnings("unchecked")
    Map<Long, List<String>> of(List<Long> entries) {
        record Retired(long target, String slug) {}
        List<Retired> retired = database.get()
                .createNativeQuery("""
                        select target_id, slug from retired_slug
                        where resource = :resource and target_id in :ids
                        order by retired_at, slug
                        """, Retired.class)
                .setParameter("resource", type.word())
                .setParameter("ids", entries)
                .getResultList();
        return retired.stream()
                .collect(
                        Collectors.groupingBy(Retired::target, Collectors.mapping(Retired::slug, Collectors.toList())));
    }

    void add(long target, String slug, Instant now) {
        database.get()
                .createNativeQuery("""
                        insert into retired_slug (resource, slug, target_id, retired_at)
                        values (:resource, :slug, :id, :now)
                        """)
                .setParameter("resource", type.word())
                .setParameter("slug", slug)
                .setParameter("id", target)
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(Slug slug) {
        database.get()
                .createNativeQuery("delete from retired_slug where resource = :resource and slug = :slug")
                .setParameter("resource", type.word())
                .setParameter("slug", slug.text())
                .executeUpdate();
    }
}
