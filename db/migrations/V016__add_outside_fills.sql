-- Executions at the broker that no order of ours made, as far as they changed a position of ours: somebody
-- traded by hand. Each is a line of the broker's history, and is booked once.
create table outside_fills (
    account_id       text not null references accounts,
    fill_id          text not null check (fill_id <> ''),
    position_id      bigint not null references active_positions,
    broker_order_id  text not null,
    side             text not null check (side in ('BUY', 'SELL')),
    quantity         integer not null check (quantity >= 1),
    price            numeric not null check (price >= 0),
    fees             numeric not null check (fees >= 0),
    filled_at        timestamptz not null,
    primary key (account_id, fill_id)
);
create index outside_fills_position on outside_fills (position_id);
create index outside_fills_account on outside_fills (account_id, filled_at);

-- All that made a position what it is, whoever traded: what money is counted from.
create view executions as
    select account_id, position_id, side, quantity, price, fees, filled_at from fills
    union all
    select account_id, position_id, side, quantity, price, fees, filled_at from outside_fills;
