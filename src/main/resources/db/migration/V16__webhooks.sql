-- Who is told of changes, and how that went.

create table webhook (
    id              text primary key,
    -- of what its owner sets; what deliveries do does not count
    version         integer not null,
    -- the name of the key that made it
    owner           text not null,
    url             text not null check (length(url) <= 2000),
    description     text check (length(description) <= 200),
    -- what it wants to hear of, by the parameters of the log
    filter          jsonb not null,
    secret          bytea not null,
    -- the one before, with which deliveries are signed too until then
    previous_secret bytea,
    previous_until  timestamptz,
    state           text not null check (state in ('active', 'paused', 'disabled', 'gone')),
    state_since     timestamptz not null,
    created_at      timestamptz not null,
    -- all that it wants to hear of up to this place has been delivered, or given up
    reached         bigint not null,
    -- since nothing has been delivered; null while all is well
    failing_since   timestamptz,
    last_error      text,
    -- of the change that comes next
    retrying_since  timestamptz,
    attempts        integer not null default 0,
    next_attempt_at timestamptz,
    -- the node that delivers, until then unless it says so again
    leased_by       text,
    leased_until    timestamptz
);
create index on webhook (owner, id);
create index on webhook (leased_until) where state = 'active';

create table webhook_delivery (
    id              bigint generated always as identity primary key,
    webhook_id      text not null references webhook on delete cascade,
    place           bigint not null,
    type            text not null,
    status          text not null check (status in ('delivered', 'retrying', 'failed')),
    attempts        integer not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    -- of the last attempt; null if there was no answer
    response_status integer,
    milliseconds    integer not null,
    error           text,
    unique (webhook_id, place)
);
create index on webhook_delivery (last_at);
