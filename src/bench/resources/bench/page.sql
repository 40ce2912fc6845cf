-- A page of 20 releases from a day on, with all that a release shows, as one JSON text: the best SQL for it known to us.
\set day random(0, 5000)
select json_agg(json_build_object(
    'slug', r.slug, 'status', r.status, 'statusReason', r.status_reason,
    'brand', json_build_object('slug', b.slug, 'name', b.name),
    'model', json_build_object('slug', m.slug, 'name', m.name),
    'collaboration', case when x.id is not null then json_build_object(
        'slug', x.slug, 'stage', x.stage,
        'collaborators', (select json_agg(json_build_object('slug', p.slug, 'name', p.name) order by xp.position)
                          from collaboration_collaborator xp join collaborator p on p.id = xp.collaborator_id
                          where xp.collaboration_id = x.id)) end,
    'colorway', case when c.id is not null then json_build_object(
        'slug', c.slug, 'nickname', c.nickname, 'styleCode', c.style_code, 'picture', c.pictures -> 0,
        'colors', (select json_agg(json_build_object('name', k.name, 'finish', k.finish) order by k.position)
                   from colorway_color k where k.colorway_id = c.id)) end,
    'region', r.region, 'channel', r.channel, 'date', r.date_edtf,
    'earliest', lower(r.date_days), 'latest', upper(r.date_days) - 1,
    'forecast', json_build_object('happens', r.forecast_comes, 'likeliest', r.likeliest),
    'launchAt', r.launch_at, 'launchZone', r.launch_zone, 'releasedOn', r.released_on,
    'retailPrice', case when r.price_amount is not null
                        then json_build_object('amount', r.price_amount::text, 'currency', r.price_currency) end,
    'retailers', coalesce((select json_agg(json_build_object('name', t.name, 'url', t.url) order by t.position)
                           from retailer t where t.release_id = r.id), '[]'),
    'features', r.features, 'citations', r.citations,
    'rumors', json_build_object('count', r.rumor_count, 'sources', r.source_count, 'strongest', r.strongest_kind),
    'updatedAt', r.updated_at) order by r.sort_day, r.sort_span, r.id)
from (select * from release
      where (sort_day, sort_span, id) > (date '2015-01-01' + :day::int, 0, 0) and awaited is not null
      order by sort_day, sort_span, id limit 20) r
join model m on m.id = r.model_id
join brand b on b.id = m.brand_id
left join collaboration x on x.id = r.collaboration_id
left join colorway c on c.id = r.colorway_id;
