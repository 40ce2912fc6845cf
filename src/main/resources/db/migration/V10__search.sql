-- What can be found, and by which words. Kept true by triggers, in the transaction of every change, so that no
-- other part of the service has to think of it. Releases have no words of their own: they are found by those of
-- their colorway, collaboration or model, and so cost nothing here.

-- The words of a text as they are compared: without case, accents and punctuation; "U.S.A." and "Levi's" are one.
-- Needs no extension: decomposed by Unicode, the letters that do not decompose are spelled out.
create function search_words(given text) returns text[]
    language plpgsql immutable strict parallel safe
as $$
begin
    if given ~ '^[A-Za-z0-9 ]*$' then  -- nearly all of them, in a tenth of the time
        return array_remove(string_to_array(lower(given), ' '), '');
    end if;
    return array_remove(regexp_split_to_array(
        regexp_replace(
            replace(replace(replace(replace(translate(
                lower(regexp_replace(normalize(given, NFKD),
                    -- combining marks, apostrophes, and what is not seen: soft hyphens, joiners, directions
                    '[\u0300-\u036f''\u2018\u2019\u02bc\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]',
                    '', 'g')),
                'øłđðı', 'olddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
            '\.(?=[a-z])', '', 'g'),
        -- all that is neither a letter nor a digit: ASCII, Latin-1, punctuation, symbols, emoji
        '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f'
        '\U0001f000-\U0001ffff]+'), '');
end
$$;

-- "nb" for New Balance, "am95" for Air Max 95; null for a single word.
create function search_initials(name text) returns text
    language plpgsql immutable strict parallel safe
as $$
declare
    words text[] := search_words(name);
    word text;
    initials text := '';
begin
    foreach word in array words loop
        initials := initials || case when word ~ '[0-9]' then word else left(word, 1) end;
    end loop;
    return case when cardinality(words) > 1 then initials end;
end
$$;

-- All that people write for these names: their words, two words in one, all in one, and the initials.
create function search_terms(names text[]) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    terms text[] := '{}';
    name text;
    words text[];
begin
    foreach name in array names loop
        words := search_words(name);
        terms := terms || words;
        if cardinality(words) > 1 then
            for i in 2 .. cardinality(words) loop
                terms := terms || (words[i - 1] || words[i]);
            end loop;
            terms := terms || array_to_string(words, '') || search_initials(name);
        end if;
    end loop;
    return terms;
end
$$;

-- A mark by which exactly this name is found, however its words are split: "=airmax95". No word can begin so.
create function search_exact(names text[]) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    marks text[] := '{}';
    name text;
begin
    foreach name in array names loop
        marks := marks || ('=' || array_to_string(search_words(name), ''));
    end loop;
    return marks;
end
$$;

-- Without the name of any table or function of ours, so that a dump restores.
create function search_spellings(word text) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    spellings text[] := array[word];
begin
    if length(word) not between 3 and 30 or word ~ '[0-9]' then
        return '{}';
    end if;
    for i in 1 .. length(word) loop
        spellings := spellings || overlay(word placing '' from i for 1);
    end loop;
    return spellings;
end
$$;

create table search_entry (
    type     text not null check (type in ('brand', 'collaborator', 'model', 'collaboration', 'colorway')),
    id       bigint not null,
    -- see above; a colorway has "#12" instead of the words of brand 12, so that renaming a brand is quick
    words    text[] not null,
    -- how many words its title has, by which it is told how much of it was asked for; every brand counts as two
    -- words of a colorway
    size     integer not null,
    -- the style code, letters and digits only
    code     text collate "C",
    primary key (type, id)
);
-- One index for each type, so that a search can take a bounded number of each. Written to at once: what waits to be
-- sorted in after a bulk load would be read through by every search.
create index search_entry_brand on search_entry using gin (words) with (fastupdate = off) where type = 'brand';
create index search_entry_collaborator on search_entry using gin (words) with (fastupdate = off) where type = 'collaborator';
create index search_entry_model on search_entry using gin (words) with (fastupdate = off) where type = 'model';
create index search_entry_collaboration on search_entry using gin (words) with (fastupdate = off) where type = 'collaboration';
create index search_entry_colorway on search_entry using gin (words) with (fastupdate = off) where type = 'colorway';
create index search_entry_code on search_entry (code, id) where code is not null;
-- Releases of which no more is known than the collaboration or the model.
create index release_of_collaboration on release (collaboration_id) where colorway_id is null;
create index release_of_model on release (model_id) where colorway_id is null and collaboration_id is null;

-- Every word there is, to complete what is being typed and to correct it. Two transactions that bring a word at
-- once both write it, for neither must wait for the other; that does no harm. Words are never taken back: one that
-- nothing has any more finds nothing.
create table search_word (
    word      text collate "C" not null,
    -- where it comes from, most general first: 1 brand, 2 collaborator, 3 model, 4 colorway
    rank      smallint not null,
    -- A word of three letters or more, and all that is left of it when one is left out: two words one typing error
    -- apart have one of these in common. Numbers are never corrected: a 991 is not a 990.
    spellings text[] not null generated always as (search_spellings(word)) stored
);
create index on search_word (word, rank);
create index on search_word using gin (spellings) with (fastupdate = off);

-- What each entry should be, and which of its words are its own, not those of what it belongs to.
create view search_document as
select 'brand' as type, b.id,
    search_exact(b.name || b.aliases || array_remove(array[search_initials(b.name)], null)) as words,
    search_terms(b.name || b.aliases) as own,
    cardinality(search_words(b.name)) as size, null as code
from brand b
where b.deleted_at is null
union all
select 'collaborator', c.id,
    search_exact(c.name || c.aliases || c.people),
    search_terms(c.name || c.aliases || c.people),
    cardinality(search_words(c.name)), null
from collaborator c
where c.deleted_at is null
union all
select 'model', m.id,
    search_exact(m.name || m.aliases || titles.of) || search_terms(titles.of),
    search_terms(m.name || m.aliases)
        || search_words(concat_ws(' ', m.category, array_to_string(m.styles, ' ')))
        || search_terms(array(select jsonb_path_query(m.technologies, '$[*].name') #>> '{}')),
    cardinality(search_words(b.name || ' ' || m.name)), null
from model m join brand b on b.id = m.brand_id, lateral (select array(
    select brand || ' ' || model
    from unnest(b.name || b.aliases || search_initials(b.name)) brand, unnest(m.name || m.aliases) model
    where brand is not null)) as titles (of)
where m.deleted_at is null
union all
select 'collaboration', x.id,
    search_terms(who.names || b.name || b.aliases || m.name || m.aliases || array['x']), '{}',
    cardinality(search_words(concat_ws(' ', who.title, b.name, m.name))), null
from collaboration x join brand b on b.id = x.brand_id left join model m on m.id = x.model_id, lateral (
    select array_agg(each), string_agg(each, ' ') filter (where each = c.name)
    from collaboration_collaborator xc join collaborator c on c.id = xc.collaborator_id,
        unnest(c.name || c.aliases || c.people) each
    where xc.collaboration_id = x.id) as who (names, title)
where x.deleted_at is null
union all
select 'colorway', c.id,
    search_terms(who.names || m.name || m.aliases)
        || array['#' || c.brand_id, 'x', 'in', 'and']  -- and the little words of a title
        || search_words(c.style_code) || array_to_string(search_words(c.style_code), ''),
    search_words(c.nickname) || search_words(c.line) || colors.words,
    2 + cardinality(search_words(concat_ws(' ', who.title, m.name, c.nickname)))
        + coalesce(cardinality(colors.words), 0),
    array_to_string(search_words(c.style_code), '')
from colorway c join model m on m.id = c.model_id, lateral (
    select array_agg(each), string_agg(each, ' ') filter (where each = p.name)
    from collaboration_collaborator xc join collaborator p on p.id = xc.collaborator_id,
        unnest(p.name || p.aliases || p.people) each
    where xc.collaboration_id = c.collaboration_id) as who (names, title), lateral (
    select search_words(string_agg(concat_ws(' ', name, finish), ' ')) from colorway_color where colorway_id = c.id
    ) as colors (words)
where c.deleted_at is null;

-- Writes these entries anew; the words that are theirs become known.
create function search_refresh(kind text, ids bigint[]) returns void
    language plpgsql
as $$
begin
    with fresh as (
        select * from search_document d where d.type = kind and d.id = any(ids)
    ), known as (
        insert into search_word (word, rank)
        select word, r.rank
        from (select distinct word from fresh, unnest(own) word where word <> '') each,
            array_position(array['brand', 'collaborator', 'model', 'colorway'], kind) r (rank)
        where not exists (select 1 from search_word w where w.word = each.word and w.rank <= r.rank)
    )
    insert into search_entry as e (type, id, words, size, code)
    select type, id, array_remove(words || own, null), size, nullif(code, '')
    from fresh
    on conflict (type, id) do update set words = excluded.words, size = excluded.size, code = excluded.code
    where (e.words, e.size, e.code) is distinct from (excluded.words, excluded.size, excluded.code);
end
$$;

-- Two writers at once: one gives a brand another name, the other adds a model of it and does not see that yet. So
-- whoever reads others' names holds this lock together with all who do, and whoever changes a name holds it alone.
create function search_reads_names() returns void language sql as $$
    select pg_advisory_xact_lock_shared(20240229)
$$;
create function search_changes_names() returns void language sql as $$
    select pg_advisory_xact_lock(20240229)
$$;

-- New rows, all of a statement at once.
create function search_added() returns trigger language plpgsql as $$
begin
    perform search_reads_names();
    perform search_refresh(tg_table_name, array(select id from added));
    return null;
end
$$;
create trigger search_added after insert on brand referencing new table as added
    for each statement execute function search_added();
create trigger search_added after insert on collaborator referencing new table as added
    for each statement execute function search_added();
create trigger search_added after insert on model referencing new table as added
    for each statement execute function search_added();
create trigger search_added after insert on collaboration referencing new table as added
    for each statement execute function search_added();
create trigger search_added after insert on colorway referencing new table as added
    for each statement execute function search_added();

-- Rows whose own words changed, or that were deleted or brought back. What only bears their name follows.
create function search_changed() returns trigger language plpgsql as $$
declare
    collaborations bigint[];
begin
    if new.deleted_at is not null then
        delete from search_entry where type = tg_table_name and id = new.id;
    end if;
    if tg_table_name in ('colorway', 'collaboration') then
        perform search_reads_names();
        perform search_refresh(tg_table_name, array[new.id]);
        return null;
    end if;
    perform search_changes_names();
    perform search_refresh(tg_table_name, array[new.id]);
    collaborations := case tg_table_name
        when 'brand' then array(select id from collaboration where brand_id = new.id)
        when 'model' then array(select id from collaboration where model_id = new.id)
        else array(select collaboration_id from collaboration_collaborator where collaborator_id = new.id) end;
    perform search_refresh('collaboration', collaborations);
    if tg_table_name = 'brand' then
        perform search_refresh('model', array(select id from model where brand_id = new.id));
    elsif tg_table_name = 'model' then
        perform search_refresh('colorway', array(select id from colorway where model_id = new.id));
    else
        perform search_refresh('colorway', array(select id from colorway where collaboration_id = any(collaborations)));
    end if;
    return null;
end
$$;
create trigger search_changed after update on brand for each row
    when ((old.name, old.aliases, old.deleted_at) is distinct from (new.name, new.aliases, new.deleted_at))
    execute function search_changed();
create trigger search_changed after update on collaborator for each row
    when ((old.name, old.aliases, old.people, old.deleted_at)
        is distinct from (new.name, new.aliases, new.people, new.deleted_at))
    execute function search_changed();
create trigger search_changed after update on model for each row
    when ((old.brand_id, old.name, old.aliases, old.category, old.styles, old.technologies, old.deleted_at)
        is distinct from
        (new.brand_id, new.name, new.aliases, new.category, new.styles, new.technologies, new.deleted_at))
    execute function search_changed();
create trigger search_changed after update on collaboration for each row
    when ((old.brand_id, old.model_id, old.deleted_at) is distinct from (new.brand_id, new.model_id, new.deleted_at))
    execute function search_changed();
create trigger search_changed after update on colorway for each row
    when ((old.brand_id, old.model_id, old.collaboration_id, old.nickname, old.style_code, old.line, old.deleted_at)
        is distinct from
        (new.brand_id, new.model_id, new.collaboration_id, new.nickname, new.style_code, new.line, new.deleted_at))
    execute function search_changed();

-- Rows of the tables that belong to one: its colors, its collaborators.
create function search_part_changed() returns trigger language plpgsql as $$
begin
    perform search_reads_names();
    if tg_table_name = 'colorway_color' then
        perform search_refresh('colorway', array(select distinct colorway_id from changed));
    else
        perform search_refresh('collaboration', array(select distinct collaboration_id from changed));
        perform search_refresh('colorway', array(
            select id from colorway where collaboration_id in (select collaboration_id from changed)));
    end if;
    return null;
end
$$;
create trigger search_part_added after insert on colorway_color referencing new table as changed
    for each statement execute function search_part_changed();
create trigger search_part_changed after update on colorway_color referencing new table as changed
    for each statement execute function search_part_changed();
create trigger search_part_removed after delete on colorway_color referencing old table as changed
    for each statement execute function search_part_changed();
create trigger search_part_added after insert on collaboration_collaborator referencing new table as changed
    for each statement execute function search_part_changed();
create trigger search_part_changed after update on collaboration_collaborator referencing new table as changed
    for each statement execute function search_part_changed();
create trigger search_part_removed after delete on collaboration_collaborator referencing old table as changed
    for each statement execute function search_part_changed();

-- A row that is really gone takes its entry along.
create function search_removed() returns trigger language plpgsql as $$
begin
    delete from search_entry where type = tg_table_name and id = old.id;
    return null;
end
$$;
create trigger search_removed after delete on brand for each row execute function search_removed();
create trigger search_removed after delete on collaborator for each row execute function search_removed();
create trigger search_removed after delete on model for each row execute function search_removed();
create trigger search_removed after delete on collaboration for each row execute function search_removed();
create trigger search_removed after delete on colorway for each row execute function search_removed();

-- What is there already.
do $$ begin
    perform search_refresh('brand', array(select id from brand)),
        search_refresh('collaborator', array(select id from collaborator)),
        search_refresh('model', array(select id from model)),
        search_refresh('collaboration', array(select id from collaboration)),
        search_refresh('colorway', array(select id from colorway));
end $$;
