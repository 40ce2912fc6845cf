-- How the forecast did, looked at again once a release was resolved. Errors are CRPS in days (Scoring).
create table forecast_score (
    release_id      bigint not null references release,
    day             date not null,
    -- days before it was resolved; null for every 30th day of its life, which gives the outcome not away
    lead            integer check (lead in (180, 90, 60, 30, 14, 7, 1)),
    method          text not null,
    happens         double precision not null check (happens between 0 and 1),
    came            boolean not null,
    crps            double precision not null check (crps between 0 and 730),
    pit             double precision not null check (pit between 0 and 1),
    -- in the window shown as its date on that day, and whether it came there; null if it had none
    confidence      double precision check (confidence between 0 and 1),
    inside          boolean,
    -- the errors of the simple rules on the same day
    latest_claim    double precision not null,
    official_first  double precision not null,
    majority        double precision not null,
    weighted_median double precision not null,
    unique nulls not distinct (release_id, lead, day),
    check ((confidence is null) = (inside is null))
);
create index on forecast_score (method, lead);

-- How each source did with the last thing it claimed about a resolved release: a window, or that it never comes.
create table claim_score (
    release_id      bigint not null references release,
    source_id       bigint not null references source,
    rumor_id        bigint not null references rumor,
    hit             boolean not null,
    -- days outside the window; null if there was no window or it never came
    slip            integer,
    crps            double precision not null check (crps between 0 and 730),
    -- what the simple rules made of the others' rumors on the day it was said; null if nobody else had spoken
    latest_claim    double precision,
    official_first  double precision,
    majority        double precision,
    weighted_median double precision,
    primary key (release_id, source_id)
);
create index on claim_score (source_id);

-- Awaited releases whose forecast is to be made anew, because those who spoke of them have earned or lost something.
create table renewal (
    release_id bigint primary key references release,
    due_at     timestamptz not null
);
create index on renewal (due_at);
