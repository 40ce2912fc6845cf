-- Who may call, with what.

create table api_key (
    -- the public part of the key: names it in lists, addresses and the log
    id           text primary key check (id ~ '^[0-9A-Za-z]{4,16}$'),
    version      integer not null default 0,
    -- SHA-256 of the secret part, which is nowhere
    secret_hash  text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
    -- stays taken when the key is revoked, so that the log of changes never means two holders by one name
    name         text not null unique check (length(name) between 1 and 100),
    role         text not null check (role in ('reader', 'contributor', 'editor', 'admin')),
    -- whether a contributor's rumors go in without review
    trusted      boolean not null,
    -- the web origins from whose pages it may be used; elsewhere it may always
    origins      text[] not null,
    created_at   timestamptz not null,
    -- null: never
    expires_at   timestamptz,
    -- to the minute; null: not yet
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index on api_key (name collate "C", id);
