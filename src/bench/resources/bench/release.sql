\set id random(1, :last)
select * from release where id = :id;
