-- Files of lines that came in, and what became of each.

create table import (
    id         bigint generated always as identity primary key,
    -- not for the public
    actor      text not null,
    dry_run    boolean not null,
    atomic     boolean not null,
    force      boolean not null,
    started_at timestamptz not null,
    -- rises every few seconds while somebody works on it; if it does not, nobody does any more
    alive_at   timestamptz not null,
    ended_at   timestamptz,
    state      text not null check (state in ('running', 'finished', 'refused', 'truncated', 'broken')),
    lines      bigint not null default 0,
    created    bigint not null default 0,
    updated    bigint not null default 0,
    unchanged  bigint not null default 0,
    refused    bigint not null default 0,
    kept       bigint not null default 0,
    -- why it did not get to its end
    problem    text,
    check ((state = 'running') = (ended_at is null))
);
create index on import (started_at);

-- Lines that were refused, and fields that were left as an editor had set them.
create table import_finding (
    id        bigint generated always as identity primary key,
    import_id bigint not null references import on delete cascade,
    line      bigint not null,
    kind      text not null check (kind in ('refused', 'kept')),
    field     text,
    reason    text not null
);
create index on import_finding (import_id, id);
