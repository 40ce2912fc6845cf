-- What editors need to change what is there.

-- Which fields a person has set, so that no import overwrites them unasked.
alter table brand add edited_fields text[] not null default '{}';
alter table model add edited_fields text[] not null default '{}';
alter table collaborator add edited_fields text[] not null default '{}';
alter table collaboration add edited_fields text[] not null default '{}';
alter table colorway add edited_fields text[] not null default '{}';
alter table source add edited_fields text[] not null default '{}';
alter table release add edited_fields text[] not null default '{}';

-- A deleted colorway gives its style code back.
alter table colorway drop constraint colorway_brand_id_style_code_key;
create unique index colorway_style_code on colorway (brand_id, style_code) where deleted_at is null;

-- The stage that an editor has set, and the one that the rumors say; stage is the first of them that is there.
alter table collaboration add stage_set text
    check (stage_set in ('speculated', 'expected', 'teased', 'confirmed', 'released', 'cancelled'));
alter table collaboration add stage_rumored text
    check (stage_rumored in ('speculated', 'expected', 'teased', 'confirmed', 'released', 'cancelled'));
update collaboration set stage_rumored = stage;
alter table collaboration alter stage_rumored set not null;
alter table collaboration add check (stage = coalesce(stage_set, stage_rumored));
alter table collaboration add check (stage_set is null or stage_reason is not null);

-- What was answered to a request that named itself, kept so that a second one is answered alike.
create table idempotency (
    actor       text not null,
    key         text not null,
    -- of the method, the address and the body
    fingerprint bytea not null,
    status      integer not null,
    headers     jsonb not null,
    body        text,
    created_at  timestamptz not null,
    primary key (actor, key)
);
create index on idempotency (created_at);
