-- Names, style codes and titles are equal by rules, not by letters: what the search finds, what is unique, and what a
-- title does not say twice.

-- As before, and: hiragana is read as katakana, a run of a script that is written without spaces is a word of its own
-- ("アトモス95" is two), and the repetition mark of Japanese is a letter. The Java class Words has the same rule.
create or replace function search_words(given text) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    plain text;
    -- Thai to Khmer, kana, Chinese, Hangul
    unspaced constant text := '\u0e00-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff'
        '\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff';
begin
    if given ~ '^[A-Za-z0-9 ]*$' then  -- nearly all of them, in a tenth of the time
        return array_remove(string_to_array(lower(given), ' '), '');
    elsif octet_length(given) = length(given) then  -- ASCII
        return array_remove(regexp_split_to_array(
            regexp_replace(replace(lower(given), '''', ''), '\.(?=[a-z])', '', 'g'), '[^a-z0-9]+'), '');
    end if;
    plain := lower(normalize(regexp_replace(normalize(given, NFKD),
        -- combining marks, apostrophes, and what is not seen: soft hyphens, joiners, directions
        '[\u0300-\u036f''\u2018\u2019\u02bc\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g'), NFC));
    plain := replace(replace(replace(replace(translate(plain,
        'øłđðıぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽ'
        'まみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ',
        'olddiァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポ'
        'マミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    if plain ~ ('[' || unspaced || ']') then
        plain := regexp_replace(plain, '([' || unspaced || '])(?=[^' || unspaced || '])', '\1 ', 'g');
        plain := regexp_replace(plain, '([^' || unspaced || '])(?=[' || unspaced || '])', '\1 ', 'g');
    end if;
    return array_remove(regexp_split_to_array(
        regexp_replace(plain, '\.(?=[a-z])', '', 'g'),
        -- all that is neither a letter nor a digit: ASCII, Latin-1, punctuation, symbols, emoji
        '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u3004\u3008-\u303f\ufe00-\ufe0f'
        '\U0001f000-\U0001ffff]+'), '');
end
$$;

-- The letters of a run without spaces, and each two neighbors: what stands inside it is found by these.
create function search_parts(word text) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    parts text[] := '{}';
begin
    if left(word, 1) < U&'\0e00' or length(word) < 2 then
        return parts;
    end if;
    for i in 1 .. length(word) loop
        parts := parts || substr(word, i, 1);
        if i > 1 then
            parts := parts || substr(word, i - 1, 2);
        end if;
    end loop;
    return parts;
end
$$;

-- The words of a query: a run without spaces is asked for by its pairs of neighbors, all of which must be there.
create function search_asked(given text) returns text[]
    language sql immutable strict parallel safe
as $$
    select coalesce(array_agg(part order by w.position, p.position), '{}')
    from unnest(search_words(given)) with ordinality w (word, position), lateral (
        select w.word, 0 where left(w.word, 1) < U&'\0e00' or length(w.word) < 3
        union all
        select substr(w.word, i, 2), i from generate_series(1, length(w.word) - 1) i
        where left(w.word, 1) >= U&'\0e00' and length(w.word) > 2) p (part, position)
$$;

create or replace function search_terms(names text[]) returns text[]
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
        if octet_length(name) > length(name) then
            for i in 1 .. cardinality(words) loop
                terms := terms || search_parts(words[i]);
            end loop;
        end if;
    end loop;
    return terms;
end
$$;

-- How many words of a model's name say its brand again, by its name or by an alias that contains the name: 1 for Nike
-- and "Nike Dunk High", 2 for Jordan, also called Air Jordan, and "Air Jordan 1".
create function brand_words(brand text, aliases text[], model text) returns integer
    language plpgsql immutable strict parallel safe
as $$
declare
    said text[] := search_words(model);
    name text := ' ' || array_to_string(search_words(brand), ' ') || ' ';
    called text;
    words text[];
    most integer := 0;
begin
    if name = '  ' then
        return 0;
    end if;
    foreach called in array brand || aliases loop
        words := search_words(called);
        if words[1] = said[1] and said[1 : cardinality(words)] = words and cardinality(words) > most
                and strpos(' ' || array_to_string(words, ' ') || ' ', name) > 0 then
            most := cardinality(words);
        end if;
    end loop;
    return most;
end
$$;

-- The name of a model with its brand's, which is not said twice. The Java method Model.title has the same rule.
create function shoe_title(brand text, aliases text[], model text) returns text
    language plpgsql immutable parallel safe
as $$
begin
    return case when model is null then brand
        when brand_words(brand, aliases, model) > 0 then model
        else brand || ' ' || model end;
end
$$;

-- The names of a brand with what is left of a model's without it: "Air Jordan 4 Retro", "Jordan 4 Retro".
create function search_titles(brand text, aliases text[], models text[]) returns text[]
    language plpgsql immutable parallel safe
as $$
declare
    titles text[] := '{}';
    model text;
    said integer;
    called text;
begin
    foreach model in array coalesce(models, '{}') loop
        said := brand_words(brand, aliases, model);
        if said > 0 then
            model := array_to_string((search_words(model))[said + 1 :], ' ');
        end if;
        foreach called in array brand || aliases || array_remove(array[search_initials(brand)], null) loop
            titles := titles || (called || ' ' || model);
        end loop;
    end loop;
    return titles;
end
$$;

-- Letters of a brand and number of a model in one: "aj4" and "j4" for Air Jordan 4, "nb990v3" and "nb990".
create function search_crossings(brand text, aliases text[], models text[]) returns text[]
    language plpgsql immutable parallel safe
as $$
declare
    crossings text[] := '{}';
    model text;
    number text;
    called text;
    letters text;
begin
    foreach model in array coalesce(models, '{}') loop
        number := (search_words(model))[brand_words(brand, aliases, model) + 1];
        if number ~ '^[0-9]' then
            foreach called in array brand || aliases loop
                letters := coalesce(search_initials(called), left((search_words(called))[1], 1));
                crossings := crossings || (letters || number) || (letters || substring(number from '^[0-9]+'));
            end loop;
        end if;
    end loop;
    return crossings;
end
$$;

-- The normal forms of a style code, by which it is equal to others: letters and digits in upper case. "315122-111/
-- CW2288-111" are two; "AB1234/100" is one. The Java class StyleCodes has the same rule. Without the name of any table
-- or function of ours, so that a dump restores.
create function style_codes(written text) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    codes text[] := '{}';
    part text;
begin
    if written ~ '^[A-Z0-9]+-?[A-Z0-9]+$' then  -- nearly all of them
        return array[replace(written, '-', '')];
    end if;
    foreach part in array regexp_split_to_array(normalize(written, NFKC), '[/,;|+&]') loop
        codes := codes || translate(regexp_replace(part,
            '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u0300-\u036f\u2000-\u2bff\u3000-\u303f'
            '\ufe00-\ufe0f\ufeff\U0001f000-\U0001ffff]', '', 'g'),
            'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    end loop;
    if exists (select from unnest(codes) code where length(code) < 5) then
        codes := array[array_to_string(codes, '')];
    end if;
    -- a code of signs alone is what it is
    return case when codes = array[''] then array[written] else codes end;
end
$$;

-- Where a code was stored twice before they were equal, the later ones are marked, and stay; whoever writes one anew is
-- told.
alter table colorway
    add codes text[] generated always as (style_codes(style_code)) stored,
    add code_repeated boolean not null default false;
update colorway c set code_repeated = true
where c.deleted_at is null and exists (
    select from colorway o where o.brand_id = c.brand_id and o.codes = c.codes and o.id < c.id and o.deleted_at is null);
drop index colorway_style_code, colorway_style_code_idx;
create unique index colorway_style_code on colorway (brand_id, codes) where deleted_at is null and not code_repeated;
create index colorway_codes on colorway using gin (codes) with (fastupdate = off);

-- A style code without leading letters and zeros, as people shorten it: "990gl6" of M990GL6, "39193101" of 0391931-01.
alter table search_entry
    add core text collate "C",
    -- the second of two style codes
    add half text collate "C";
create index search_entry_core on search_entry (core, id) where core is not null;
create index search_entry_half on search_entry (half, id) where half is not null;

-- These style codes as they are typed, whole and as they are shortened.
create function search_codes(codes text[]) returns text[]
    language plpgsql immutable strict parallel safe
as $$
declare
    typed text[] := '{}';
    code text;
begin
    foreach code in array codes loop
        typed := typed || lower(code) || ltrim(lower(code), 'abcdefghijklmnopqrstuvwxyz0');
    end loop;
    return typed;
end
$$;

drop view search_document;
create view search_document as
select 'brand' as type, b.id,
    search_exact(b.name || b.aliases || array_remove(array[search_initials(b.name)], null)) as words,
    search_terms(b.name || b.aliases) as own,
    cardinality(search_words(b.name)) as size, cast(null as text[]) as codes
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
    search_exact(m.name || m.aliases || titles.of) || search_terms(titles.of)
        || search_crossings(b.name, b.aliases, m.name || m.aliases),
    search_terms(m.name || m.aliases)
        || search_words(concat_ws(' ', m.category, array_to_string(m.styles, ' ')))
        || search_terms(array(select jsonb_path_query(m.technologies, '$[*].name') #>> '{}')),
    cardinality(search_words(shoe_title(b.name, b.aliases, m.name))), null
from model m join brand b on b.id = m.brand_id,
    lateral (select search_titles(b.name, b.aliases, m.name || m.aliases)) as titles (of)
where m.deleted_at is null
union all
select 'collaboration', x.id,
    search_terms(who.names || b.name || b.aliases || m.name || m.aliases || array['x'])
        || search_crossings(b.name, b.aliases, m.name || m.aliases), '{}',
    cardinality(search_words(concat_ws(' ', who.title, shoe_title(b.name, b.aliases, m.name)))), null
from collaboration x join brand b on b.id = x.brand_id left join model m on m.id = x.model_id, lateral (
    select array_agg(each), string_agg(each, ' ') filter (where each = c.name)
    from collaboration_collaborator xc join collaborator c on c.id = xc.collaborator_id,
        unnest(c.name || c.aliases || c.people) each
    where xc.collaboration_id = x.id) as who (names, title)
where x.deleted_at is null
union all
select 'colorway', c.id,
    search_terms(who.names || m.name || m.aliases)
        -- its brand and its model as marks, so that renaming a brand is quick, and the little words of a title
        || array['#' || c.brand_id, '@' || c.model_id, 'x', 'in', 'and']
        || search_words(c.style_code) || search_codes(c.codes),
    search_words(c.nickname) || search_words(c.line) || colors.words || c.audience,
    2 + cardinality(search_words(concat_ws(' ', who.title, m.name, c.nickname)))
        + coalesce(cardinality(colors.words), 0),
    c.codes
from colorway c join model m on m.id = c.model_id, lateral (
    select array_agg(each), string_agg(each, ' ') filter (where each = p.name)
    from collaboration_collaborator xc join collaborator p on p.id = xc.collaborator_id,
        unnest(p.name || p.aliases || p.people) each
    where xc.collaboration_id = c.collaboration_id) as who (names, title), lateral (
    select search_words(string_agg(concat_ws(' ', name, finish), ' ')) from colorway_color where colorway_id = c.id
    ) as colors (words)
where c.deleted_at is null;

create or replace function search_refresh(kind text, ids bigint[]) returns void
    language plpgsql
as $$
begin
    with fresh as (
        select d.*, lower(codes[1]) as code, lower(codes[2]) as half,
            nullif(nullif(ltrim(lower(codes[1]), 'abcdefghijklmnopqrstuvwxyz0'), lower(codes[1])), '') as core
        from search_document d where d.type = kind and d.id = any(ids)
    ), known as (
        insert into search_word (word, rank)
        select word, r.rank
        from (select distinct word from fresh, unnest(own) word where word <> '') each,
            array_position(array['brand', 'collaborator', 'model', 'colorway'], kind) r (rank)
        where not exists (select 1 from search_word w where w.word = each.word and w.rank <= r.rank)
    )
    insert into search_entry as e (type, id, words, size, code, core, half)
    select type, id, array_remove(array_remove(words || own, null), ''), size, nullif(code, ''), core, half
    from fresh
    on conflict (type, id) do update set words = excluded.words, size = excluded.size, code = excluded.code,
        core = excluded.core, half = excluded.half
    where (e.words, e.size, e.code, e.core, e.half)
        is distinct from (excluded.words, excluded.size, excluded.code, excluded.core, excluded.half);
end
$$;

drop trigger search_changed on colorway;
create trigger search_changed after update on colorway for each row
    when ((old.brand_id, old.model_id, old.collaboration_id, old.nickname, old.style_code, old.line, old.audience,
            old.deleted_at)
        is distinct from
        (new.brand_id, new.model_id, new.collaboration_id, new.nickname, new.style_code, new.line, new.audience,
            new.deleted_at))
    execute function search_changed();

-- What is there already.
do $$ begin
    perform search_refresh('brand', array(select id from brand)),
        search_refresh('collaborator', array(select id from collaborator)),
        search_refresh('model', array(select id from model)),
        search_refresh('collaboration', array(select id from collaboration)),
        search_refresh('colorway', array(select id from colorway));
end $$;
