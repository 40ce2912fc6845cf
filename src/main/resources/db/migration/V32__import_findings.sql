-- What a dry run would change, what else there is to tell about a line, and how many findings there are beyond those stored.

alter table import_finding add column change jsonb;
alter table import_finding drop constraint import_finding_kind_check;
alter table import_finding add constraint import_finding_kind_check
    check (kind in ('refused', 'kept', 'matched', 'incomplete', 'changed'));
alter table import_finding add constraint import_finding_change_check check ((kind = 'changed') = (change is not null));

-- all of them; what a dry run would change is counted by itself
alter table import add column findings bigint not null default 0;
alter table import add column changes bigint not null default 0;
update import set findings = (select count(*) from import_finding where import_id = import.id);
