-- What a release is in other people's calendars.

alter table release
    -- the name of its event, which no change of slug touches
    add column uid uuid not null default gen_random_uuid(),
    -- how often its place in a calendar has moved, so that a subscriber's calendar moves it too
    add column moves integer not null default 0;

create function release_moves() returns trigger language plpgsql as $$
begin
    new.moves := old.moves + 1;
    return new;
end
$$;
create trigger release_moves before update on release
    for each row
    when ((old.date_edtf, old.launch_at, old.launch_zone, old.released_on, old.status)
        is distinct from (new.date_edtf, new.launch_at, new.launch_zone, new.released_on, new.status))
    execute function release_moves();
