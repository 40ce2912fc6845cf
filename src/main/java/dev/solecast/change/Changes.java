package dev.solecast.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

@ApplicationScoped
public class Changes implements PanacheRepositoryBase<Change, Long> {

    private final EntityManager database;

    Changes(EntityManager database) {
        this.database = database;
    }

    /** The place of the last committed change; all before it are committed too. 0 if there is none. */
    public long last() {
        return (Long) database.createNativeQuery("select last from change_count", Long.class)
                .getSingleResult();
    }

    /** The last committed change. */
    ChangeLogReader.Reached reached() {
        return (ChangeLogReader.Reached)
                database.createNativeQuery("""
                        select last, coalesce((select at from change where place = last), 'epoch') from change_count
                        """, ChangeLogReader.Reached.class).getSingleResult();
    }

    /**
     * Those that a filter finds after one place and up to another, in order.
     *
     * @param about of each kind of entry the tags of which one must fit; what is not in it is not asked for
     */
    @SuppressWarnings("unchecked")
    public List<Change> between(long after, long upTo, ChangeFilter filter, List<List<String>> about, int limit) {
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
                        "types", filter.type().stream().map(EntryType::word).toArray(String[]::new))
                .setParameter(
                        "kinds", filter.kind().stream().map(ChangeKind::word).toArray(String[]::new))
                .setParameter("limit", limit);
        for (int i = 0; i < about.size(); i++) {
            query.setParameter("about" + i, about.get(i).toArray(String[]::new));
        }
        return query.getResultList();
    }

    /** All of them after one place and up to another, in order. */
    public List<Change> between(long after, long upTo) {
        return list("place > ?1 and place <= ?2 order by place", after, upTo);
    }

    /** Of these slugs those that no entry of this type has or had. */
    public List<String> unknown(EntryType type, List<String> slugs) {
        return slugs.stream().filter(slug -> ids(type, List.of(slug)).isEmpty()).toList();
    }

    /** The tags by which the log knows these slugs, present or retired; what no entry has ever had finds nothing. */
    public List<List<String>> tags(Map<EntryType, List<String>> slugs) {
        return slugs.entrySet().stream()
                .map(of -> ids(of.getKey(), of.getValue()).stream()
                        .map(of.getKey()::tag)
                        .toList())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Long> ids(EntryType type, List<String> slugs) {
        return database.createNativeQuery("""
                        select id from %1$s where slug = any(:slugs)
                        union select target_id from retired_slug where resource = '%1$s' and slug = any(:slugs)
                        """.formatted(type.word()), Long.class)
                .setParameter("slugs", slugs.toArray(String[]::new))
                .getResultList();
    }

    /** What has happened to one entry since it had this version, oldest first. */
    List<Change> since(EntryType type, long entry, int version) {
        return list("type = ?1 and entryId = ?2 and version > ?3 order by place", type.word(), entry, version);
    }
}
