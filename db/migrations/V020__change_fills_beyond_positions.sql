-- A broker can sell more for us than we hold: an order overfilled, or one that was given up and turns up filled
-- after its successor sold the same. What was sold beyond the position is a fill all the same, of no position.
alter table fills alter column position_id drop not null;
alter table fills add constraint fills_position check (position_id is not null or side = 'SELL');
