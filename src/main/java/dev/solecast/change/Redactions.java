package dev.solecast.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Takes out of the log what must be forgotten; that something was there, and when, stays. */
@ApplicationScoped
public class Redactions {

    /** In place of a value. */
    private static final String MARK = "{\"redacted\": true}";

    private final EntityManager database;

    Redactions(EntityManager database) {
        this.database = database;
    }

    /** Lets this transaction, and no other, change what is otherwise only added to. */
    public void allow() {
        database.createNativeQuery("select set_config('solecast.redacting', 'on', true)")
                .getSingleResult();
    }

    /** Forgets what a field of an entry ever was. */
    public void forget(EntityRef subject, String field) {
        database.createNativeQuery(marked("type = :type and entry_id = :entry"))
                .setParameter("type", subject.type().word())
                .setParameter("entry", subject.id())
                .setParameter("field", field)
                .setParameter("mark", MARK)
                .executeUpdate();
    }

    /** Forgets what a field of a rumor ever was. */
    public void forget(long rumor, String field) {
        database.createNativeQuery(marked("rumor_id = :rumor"))
                .setParameter("rumor", rumor)
                .setParameter("field", field)
                .setParameter("mark", MARK)
                .executeUpdate();
    }

    /** Forgets all former slugs of an entry, wherever the log has them, and that they led to it. */
    public void forgetFormerSlugs(EntityRef subject) {
        database.createNativeQuery("update change set slug = :slug where type = :type and entry_id = :entry")
                .setParameter("slug", subject.slug())
                .setParameter("type", subject.type().word())
                .setParameter("entry", subject.id())
                .executeUpdate();
        var former = database.createNativeQuery(
                        "delete from retired_slug where resource = :type and target_id = :entry returning slug",
                        String.class)
                .setParameter("type", subject.type().word())
                .setParameter("entry", subject.id())
                .getResultList();
        for (var slug : former) {
            database.createNativeQuery("""
                            update change
                            set fields = cast(replace(cast(fields as text), :former, :present) as jsonb)
                            where about && cast(:about as text[]) and strpos(cast(fields as text), :former) > 0
                            """)
                    .setParameter("former", "\"" + slug + "\"")
                    .setParameter("present", "\"" + subject.slug() + "\"")
                    .setParameter("about", new String[] {subject.type().tag(subject.id())})
                    .executeUpdate();
        }
    }

    private static String marked(String where) {
        return """
                update change
                set fields = fields || jsonb_build_object(cast(:field as text), jsonb_build_object(
                    'old', case fields #> array[:field, 'old'] when 'null' then 'null' else cast(:mark as jsonb) end,
                    'new', case fields #> array[:field, 'new'] when 'null' then 'null' else cast(:mark as jsonb) end))
                where\s""" + where + " and jsonb_exists(fields, :field)";
    }
}
