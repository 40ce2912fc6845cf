package dev.solecast.catalog.model;

import dev.solecast.change.EntryType;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entries;
import dev.solecast.entry.ListFilter;
import dev.solecast.entry.Referrers;
import dev.solecast.http.Slug;
import dev.solecast.http.page.HqlQuery;
import dev.solecast.http.page.Page;
import dev.solecast.http.page.PageRequest;
import dev.solecast.http.page.Sort;
import jakarta.inject.Singleton;
import java.util.Map;

/** The repository of models. */
@Singleton
public class Models extends Entries<Model> {

    private static final String REFERRERS = """
            select 'colorway' as type, slug from colorway
            where (model_id = :id or reminiscent_of = :id) and deleted_at is null
            union all
            select 'collaboration', slug from collaboration where model_id = :id and deleted_at is null
            union all
            select 'release', slug from release where model_id = :id and deleted_at is null
            union all
            select 'model', m.slug from model m join related_model r on r.model_id = m.id
            where r.related_id = :id and m.deleted_at is null
            union all
            select 'collaborator', c.slug
            from collaborator c join collaborator_earlier_model e on e.collaborator_id = c.id
            where e.model_id = :id and c.deleted_at is null
            """;

    Models(Batch batch) {
        super(Model.class, EntryType.MODEL, REFERRERS, batch);
    }

    Page<Model> list(ModelFilter filter, ListFilter listFilter, PageRequest<Model> page) {
        var where = new HqlQuery()
                // An index holds the models of a single brand in order.
                .and(
                        filter.brand().size() == 1
                                ? "m.brand.id = (select o.id from Brand o where o.slug in :?)"
                                : "b.slug in :?",
                        Slug.texts(filter.brand()))
                .and("m.category in :?", filter.category())
                .and("m.updatedAt >= :?", listFilter.updatedSince());
        return page("m", "join fetch m.brand b", where, page);
    }

    /**
     * Throws a conflict if entries belong to both the model and its brand. Deleted ones count where the database keeps
     * them together.
     */
    void refuseToLeaveBrand(Model model) {
        Referrers.refuseWhileAny(
                getEntityManager(), "brand", """
                select 'colorway' as type, slug from colorway where model_id = :id
                union all
                select 'collaboration', slug from collaboration where model_id = :id
                union all
                select 'release', r.slug from release r join collaboration c on c.id = r.collaboration_id
                where r.model_id = :id and c.model_id is null and r.deleted_at is null
                """, Map.of("id", model.id()), "Add a model of the other brand.");
    }

    static Sort<Model> sort(ListFilter filter) {
        return sort(filter.listOrder(), Sort.Key.text("m.name", Model::name), "m");
    }
}
