-- Texts are of one line, without controls, noncharacters, and overrides of the direction of text, so that one of them never
-- changes how its neighbors look. In those from before a line break or a control becomes a space, and the rest goes away.
-- What sources said stays as it is, and so does the log of changes.

create function plain_text(value text, multi_line boolean) returns text language sql immutable
as $$
    select case when value = '' then '' else coalesce(nullif(regexp_replace(
        regexp_replace(value,
            case when multi_line then '[\x01-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]' else '[\x01-\x1f\x7f-\x9f\u2028\u2029]' end,
            ' ', 'g'),
        '[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]', '', 'g'), ''), '?') end
$$;
create function plain_text(list text[], multi_line boolean) returns text[] language sql immutable
as $$
    select coalesce(array_agg(plain_text(text, multi_line) order by nth), '{}')
    from unnest(list) with ordinality as of (text, nth)
$$;
create function plain_text(document jsonb, multi_line boolean) returns jsonb language sql immutable
as $$
    select case jsonb_typeof(document)
        when 'string' then to_jsonb(plain_text(document #>> '{}', multi_line))
        when 'array' then (select coalesce(jsonb_agg(plain_text(each, multi_line) order by nth), '[]')
            from jsonb_array_elements(document) with ordinality as of (each, nth))
        when 'object' then (select coalesce(jsonb_object_agg(key, plain_text(each, multi_line)), '{}')
            from jsonb_each(document) as of (key, each))
        else document end
$$;

do $$
declare
    col record;
begin
    for col in
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and is_generated = 'NEVER' and udt_name in ('text', '_text', 'jsonb')
            and table_name in ('brand', 'model', 'collaborator', 'collaboration', 'colorway', 'colorway_color', 'source',
                'release', 'retailer')
            and column_name not in ('edited_fields', 'forecast_weights', 'forecast_method', 'forecast_summary',
                'strongest_rumor', 'strongest_kind')
    loop
        execute format(
            'update %1$I set %2$I = plain_text(%2$I, %3$L) where %2$I::text ~ %4$L',
            col.table_name, col.column_name,
            col.column_name in ('known_for', 'open_questions', 'stage_reason', 'status_reason', 'date_reason'),
            -- in JSON a control is an escape
            '[\x01-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]|\\[nrtbfu]');
    end loop;
end
$$;

drop function plain_text(jsonb, boolean);
drop function plain_text(text[], boolean);
drop function plain_text(text, boolean);
