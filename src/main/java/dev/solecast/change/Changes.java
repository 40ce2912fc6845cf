package dev.solecast.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** Reads the table of changes. */
@ApplicationScoped
public class Changes implements PanacheRepositoryBase<Change, Long> {

    private final EntityManager database;

    Changes(EntityManager database) {
        this.database = database;
    }

    /** The sequence number of the last committed change, 0 if there is none; all before it are committed too. */
    public long lastSequence() {
        return (Long) database.createNativeQuery("select last from change_count", Long.class)
                .getSingleResult();
    }

    /** The sequence number and time of the last committed change. */
    ChangeLogReader.LogEnd end() {
        return (ChangeLogReader.LogEnd)
                database.createNativeQuery("""
                        select last, coalesce((select at from change where place = last), 'epoch') from change_count
                        """, ChangeLogReader.LogEnd.class).getSingleResult();
    }

    /**
     * The changes that match a filter, after one sequence number and up to another, in order.
     *
     * @param about lists of tags, of each of which a change must have at least one
     */
    @SuppressWarnings("unchecked")
    public List<Change> listBetween(long after, long upTo, ChangeFilter filter, List<List<String>> about, int limit) {
        var conditions = new StringBuilder();
        for (int i = 0; i < about.size(); i++) {
            conditions.append(" and about && cast(:about").append(i).append(" as text[])");
        }
        var query = database.createNativeQuery("""
                        select * from change
                        where place > :after and place <= :upTo
                            and (cardinality(:types) = 0 or type = any(:types))
                            and (cardinality(:kinds) = 0 or kind = any(:kinds))
                            %s
                        order by place
                        limit :limit
                        """.formatted(conditions), Change.class)
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setParameter(
                        "types", filter.type().stream().map(EntryType::wireName).toArray(String[]::new))
                .setParameter(
                        "kinds",
                        filter.kind().stream().map(ChangeKind::wireName).toArray(String[]::new))
                .setParameter("limit", limit);
        for (int i = 0; i < about.size(); i++) {
            query.setParameter("about" + i, about.get(i).toArray(String[]::new));
        }
        return query.getResultList();
    }

    /** All changes after one sequence number and up to another, in order. */
    public List<Change> listBetween(long after, long upTo) {
        return list("place > ?1 and place <= ?2 order by place", after, upTo);
    }

    /** For each type, the tags of the entries that have or had one of these slugs; empty if there are none. */
    public List<List<String>> tags(Map<EntryType, List<String>> slugs) {
        return slugs.entrySet().stream()
                .map(entry -> ids(entry.getKey(), entry.getValue()).stream()
                        .map(entry.getKey()::tag)
                        .toList())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Long> ids(EntryType type, List<String> slugs) {
        return database.createNativeQuery("""
                        select id from %1$s where slug = any(:slugs)
                        union select target_id from retired_slug where resource = '%1$s' and slug = any(:slugs)
                        """.formatted(type.wireName()), Long.class)
                .setParameter("slugs", slugs.toArray(String[]::new))
                .getResultList();
    }

    /** The changes of one entry since it had this version, oldest first. */
    List<Change> listSince(EntryType type, long entry, int version) {
        return list("type = ?1 and entryId = ?2 and version > ?3 order by place", type.wireName(), entry, version);
    }
}
