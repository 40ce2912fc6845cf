package dev.solecast.exchange.exporting;

import dev.solecast.exchange.format.LineType;

/**
 * The statements that read the lines of an export: a row for each, its columns named and ordered as the fields of the
 * line, which {@code Editing.document} has in Java. Their first column, the id, orders the lines.
 */
final class ExportStatements {

    private static final String SOURCES = """
            select e.id as entry_id, e.slug, e.name, e.kind, e.role, e.home, e.since""";

    private static final String BRANDS = """
            select e.id as entry_id, e.slug, e.name, to_jsonb(e.aliases) as aliases, e.home, e.known_for as "knownFor",
                e.lines, e.citations""";

    private static final String MODELS = """
            select e.id as entry_id, e.slug, b.slug as brand, e.name, to_jsonb(e.aliases) as aliases,
                e.first_appeared as "firstAppeared", e.category, to_jsonb(e.styles) as styles,
                to_jsonb(e.appearances) as appearances, e.technologies,
                (select json_agg(json_build_object('relation', o.relation, 'model', m.slug) order by o.position)
                    from related_model o join model m on m.id = o.related_id where o.model_id = e.id) as related,
                to_jsonb(e.open_questions) as "openQuestions", e.citations""";

    private static final String COLLABORATORS = """
            select e.id as entry_id, e.slug, e.name, to_jsonb(e.aliases) as aliases, e.kind, e.profession, e.home,
                to_jsonb(e.people) as people,
                (select json_agg(b.slug order by b.id)
                    from collaborator_partner p join brand b on b.id = p.brand_id
                    where p.collaborator_id = e.id) as partners,
                (select json_agg(m.slug order by m.id)
                    from collaborator_earlier_model p join model m on m.id = p.model_id
                    where p.collaborator_id = e.id) as "earlierModels",
                e.citations""";

    private static final String COLLABORATIONS = """
            select e.id as entry_id, e.slug, b.slug as brand, m.slug as model,
                (select json_agg(c.slug order by k.position)
                    from collaboration_collaborator k join collaborator c on c.id = k.collaborator_id
                    where k.collaboration_id = e.id) as collaborators,
                {stage} as stage, e.stage_reason as "stageReason", e.citations""";

    private static final String COLORWAYS = """
            select e.id as entry_id, e.slug, m.slug as model, k.slug as collaboration, e.nickname,
                e.style_code as "styleCode", e.line, e.audience, to_jsonb(e.sizes) as sizes,
                (select json_agg(json_build_object('name', c.name, 'finish', c.finish, 'part', c.part)
                        order by c.position)
                    from colorway_color c where c.colorway_id = e.id) as colors,
                e.materials, o.slug as "reminiscentOf", e.pictures, e.citations""";

    private static final String RELEASES = """
            select e.id as entry_id, e.slug, m.slug as model, k.slug as collaboration, c.slug as colorway, e.region,
                e.channel, e.status, e.status_reason as "statusReason", e.released_on as "releasedOn",
                to_char(e.launch_at, 'YYYY-MM-DD"T"HH24:MI:SS') as "launchAt", e.launch_zone as "launchZone",
                case when e.price_amount is not null then json_build_object(
                    'amount', cast(e.price_amount as text), 'currency', e.price_currency) end as "retailPrice",
                (select json_agg(json_build_object('name', t.name, 'url', t.url, 'method', t.method,
                        'opensAt', to_char(t.opens_at, 'YYYY-MM-DD"T"HH24:MI:SS'),
                        'closesAt', to_char(t.closes_at, 'YYYY-MM-DD"T"HH24:MI:SS'), 'zone', t.zone)
                        order by t.position)
                    from retailer t where t.release_id = e.id) as retailers,
                e.features, e.citations""";

    private static final String HISTORY = """
            , e.date_edtf as date,
                (select json_agg(json_build_object('status', h.status, 'day', h.day, 'window', h.window_edtf,
                        'reason', h.reason) order by h.id)
                    from status_change h where h.release_id = e.id) as history""";

    private static final String RUMORS = """
            select u.id as entry_id,
                case when {withIds} or u.id in (select copies_rumor_id from rumor where copies_rumor_id is not null)
                    then cast(u.id as text) end as id,
                r.slug as release, s.slug as source, v.slug as via, u.kind, u.url, u.said_on as "saidOn",
                u.window_edtf as window,
                case when u.price_amount is not null then json_build_object(
                    'amount', cast(u.price_amount as text), 'currency', u.price_currency) end as price,
                u.cancels, cast(u.copies_rumor_id as text) as "copiesRumor", o.slug as "copiesSource", u.statement,
                u.retraction
            from rumor u
                join release r on r.id = u.release_id
                join source s on s.id = u.source_id
                left join source v on v.id = u.via_id
                left join source o on o.id = u.copies_source_id
            where r.deleted_at is null
            order by u.id""";

    private ExportStatements() {}

    /**
     * The statement for the lines of a type.
     *
     * @param state whether to tell what the log tells: the stage of a collaboration that readers see, not the one that
     *     an editor has set, and the ids of all rumors, not only of those that another rumor repeats
     */
    static String of(LineType type, boolean state) {
        return switch (type) {
            case SOURCE -> entries(SOURCES, "source", "");
            case BRAND -> entries(BRANDS, "brand", "");
            case MODEL -> entries(MODELS, "model", "join brand b on b.id = e.brand_id");
            case COLLABORATOR -> entries(COLLABORATORS, "collaborator", "");
            case COLLABORATION ->
                entries(
                        COLLABORATIONS.replace("{stage}", state ? "e.stage" : "e.stage_set"),
                        "collaboration",
                        "join brand b on b.id = e.brand_id left join model m on m.id = e.model_id");
            case COLORWAY ->
                entries(
                        COLORWAYS,
                        "colorway",
                        "join model m on m.id = e.model_id left join collaboration k on k.id = e.collaboration_id"
                                + " left join model o on o.id = e.reminiscent_of");
            case RELEASE ->
                entries(
                        RELEASES,
                        "release",
                        "join model m on m.id = e.model_id left join collaboration k on k.id = e.collaboration_id"
                                + " left join colorway c on c.id = e.colorway_id",
                        HISTORY);
            case RUMOR -> RUMORS.replace("{withIds}", Boolean.toString(state));
        };
    }

    private static String entries(String fields, String table, String joins) {
        return entries(fields, table, joins, "");
    }

    private static String entries(String fields, String table, String joins, String more) {
        return """
                %s, former.slugs as "formerSlugs"%s
                from %s e %s
                    left join (
                        select target_id, json_agg(slug order by retired_at, slug) as slugs
                        from retired_slug where resource = '%s' group by target_id) former on former.target_id = e.id
                where e.deleted_at is null
                order by e.id""".formatted(fields, more, table, joins, table);
    }
}
