-- Every few seconds each account's stream is asked about orders that work or ended lately. Without an index
-- that reads every order of years.
create index orders_ended on orders (account_id, ended_at);
