-- What each transaction touched, so that every node knows which of the answers it keeps are still true.

-- How many transactions touched something; their places, like those of changes, are given in the order of commits.
alter table change_count add column touched bigint not null default 0;

-- The last thousand of them. Who has missed one forgets everything.
create table touched (
    place bigint primary key,
    -- such as "release@brand:12": a release of this brand; "*" is everything
    marks text[] not null
);
