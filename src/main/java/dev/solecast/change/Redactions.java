package dev.solecast.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Removes values from the log for good; it stays visible that there was a change, and when. */
@ApplicationScoped
public class Redactions {

    /** The JSON that replaces a value. */
    private static final String REPLACEMENT = "{\"redacted\": true}";

    private final EntityManager database;

    Redactions(EntityManager database) {
        this.database = database;
    }

    /** Allows this transaction, and no other, to change rows of the log, which is otherwise append-only. */
    public void allow() {
        database.createNativeQuery("select set_config('solecast.redacting', 'on', true)")
                .getSingleResult();
    }

    /** Removes all values that a field of an entry ever had. */
    public void forget(EntityRef entry, String field) {
        database.createNativeQuery(replaceField("type = :type and entry_id = :entry"))
                .setParameter("type", entry.type().wireName())
                .setParameter("entry", entry.id())
                .setParameter("field", field)
                .setParameter("mark", REPLACEMENT)
                .executeUpdate();
    }

    /** Removes all values that a field of a rumor ever had. */
    public void forget(long rumorId, String field) {
        database.createNativeQuery(replaceField("rumor_id = :rumor"))
                .setParameter("rumor", rumorId)
                .setParameter("field", field)
                .setParameter("mark", REPLACEMENT)
                .executeUpdate();
    }

    /** Removes all former slugs of an entry from the log, and the redirects from them. */
    public void forgetFormerSlugs(EntityRef entry) {
        database.createNativeQuery("update change set slug = :slug where type = :type and entry_id = :entry")
                .setParameter("slug", entry.slug())
                .setParameter("type", entry.type().wireName())
                .setParameter("entry", entry.id())
                .executeUpdate();
        var formerSlugs = database.createNativeQuery(
                        "delete from retired_slug where resource = :type and target_id = :entry returning slug",
                        String.class)
                .setParameter("type", entry.type().wireName())
                .setParameter("entry", entry.id())
                .getResultList();
        for (var slug : formerSlugs) {
            database.createNativeQuery("""
                            update change
                            set fields = cast(replace(cast(fields as text), :former, :present) as jsonb)
                            where about && cast(:about as text[]) and strpos(cast(fields as text), :former) > 0
                            """)
                    .setParameter("former", "\"" + slug + "\"")
                    .setParameter("present", "\"" + entry.slug() + "\"")
                    .setParameter("about", new String[] {entry.type().tag(entry.id())})
                    .executeUpdate();
        }
    }

    private static String replaceField(String where) {
        return """
                update change
                set fields = fields || jsonb_build_object(cast(:field as text), jsonb_build_object(
                    'old', case fields #> array[:field, 'old'] when 'null' then 'null' else cast(:mark as jsonb) end,
                    'new', case fields #> array[:field, 'new'] when 'null' then 'null' else cast(:mark as jsonb) end))
                where\s""" + where + " and jsonb_exists(fields, :field)";
    }
}
