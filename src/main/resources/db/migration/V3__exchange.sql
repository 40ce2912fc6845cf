-- Which shipped catalogues this database has already been given; each is loaded once.
create table shipped_catalogue (
    name      text primary key,
    loaded_at timestamptz not null
);
