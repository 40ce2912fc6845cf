-- What is stored can be shown: the bounds of what is read are the bounds of what is stored. Rows from before are brought
-- within them; each update says how.

-- Days out of the years 1800 to 2199 are typing errors or placeholders: the nearest day within stays in their place.
update release set released_on = greatest(least(released_on, '2199-12-31'), '1800-01-01')
where released_on not between '1800-01-01' and '2199-12-31';
update status_change set day = greatest(least(day, '2199-12-31'), '1800-01-01')
where day not between '1800-01-01' and '2199-12-31';
-- Not known is better than wrong where it may be unknown.
update source set since = null where since not between '1800-01-01' and '2199-12-31';
update release set launch_at = null, launch_zone = null
where launch_at not between '1800-01-01' and '2199-12-31 23:59:59';
update retailer set opens_at = null, closes_at = null, zone = null
where opens_at not between '1800-01-01' and '2199-12-31 23:59:59'
    or closes_at not between '1800-01-01' and '2199-12-31 23:59:59';
-- Sales begin on a full second.
update release set launch_at = date_trunc('second', launch_at) where launch_at <> date_trunc('second', launch_at);
update retailer set opens_at = date_trunc('second', opens_at), closes_at = date_trunc('second', closes_at)
where opens_at <> date_trunc('second', opens_at) or closes_at <> date_trunc('second', closes_at);

alter table release
    add constraint release_released_on_range check (released_on between '1800-01-01' and '2199-12-31'),
    add constraint release_launch_at_range check (launch_at between '1800-01-01' and '2199-12-31 23:59:59'
        and launch_at = date_trunc('second', launch_at));
alter table retailer
    add constraint retailer_opens_at_range check (opens_at between '1800-01-01' and '2199-12-31 23:59:59'
        and opens_at = date_trunc('second', opens_at)),
    add constraint retailer_closes_at_range check (closes_at between '1800-01-01' and '2199-12-31 23:59:59'
        and closes_at = date_trunc('second', closes_at));
alter table status_change
    add constraint status_change_day_range check (day between '1800-01-01' and '2199-12-31');
alter table source
    add constraint source_since_range check (since between '1800-01-01' and '2199-12-31');

-- Some currencies have three decimals, some none: an amount keeps those with which it is written.
alter table release alter price_amount type numeric;
alter table rumor alter price_amount type numeric;

-- One row of an index takes 2,704 bytes, and an address with a statement can have more.
alter table rumor drop constraint rumor_release_id_source_id_kind_url_said_on_window_edtf_pri_key;
create unique index rumor_once on rumor (release_id, source_id, kind, md5(url), said_on, window_edtf, price_amount,
    price_currency, cancels, md5(statement)) nulls not distinct;

-- Reordering a list passes through states in which one stands in it twice.
alter table collaboration_collaborator
    drop constraint collaboration_collaborator_collaboration_id_collaborator_id_key,
    add constraint collaboration_collaborator_once unique (collaboration_id, collaborator_id) deferrable initially deferred;
alter table related_model
    drop constraint related_model_model_id_related_id_relation_key,
    add constraint related_model_once unique (model_id, related_id, relation) deferrable initially deferred;

-- A colorway implies its collaboration: a release of it belongs to that, too. Where the two contradict each other since
-- an edit of the colorway, the colorway is right.
create or replace function release_shoe() returns trigger language plpgsql as $$
begin
    select brand_id into new.brand_id from model where id = new.model_id;
    select c.kind, c.line, c.audience, c.color_names
        into new.kind, new.line, new.audience, new.colors from colorway c where c.id = new.colorway_id;
    if new.collaboration_id is null then
        select collaboration_id into new.collaboration_id from colorway where id = new.colorway_id;
    end if;
    if new.collaboration_id is not null then
        new.kind := 'collaboration';
    end if;
    new.colors := coalesce(new.colors, '{}');
    return new;
end
$$;
update release r set collaboration_id = c.collaboration_id from colorway c
where c.id = r.colorway_id and r.collaboration_id is distinct from c.collaboration_id and r.deleted_at is null;

-- A collaboration of another brand than all that belongs to it has been moved from below them: it goes back.
update collaboration x set brand_id = below.brand_id
from (
    select collaboration_id, min(brand_id) as brand_id
    from (select collaboration_id, brand_id from colorway where deleted_at is null
        union all select collaboration_id, brand_id from release where deleted_at is null) of_it
    where collaboration_id is not null
    group by collaboration_id having min(brand_id) = max(brand_id)
) below
where below.collaboration_id = x.id and x.model_id is null and x.brand_id <> below.brand_id and x.deleted_at is null;
