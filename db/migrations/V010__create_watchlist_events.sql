-- Who entered the watchlist and who left it, and when; the list itself holds only who is on it.
create table watchlist_events (
    event_id  bigint generated always as identity primary key,
    ticker    text not null,
    kind      text not null check (kind in ('ENTERED', 'LEFT')),
    score     double precision check (score between 0 and 100),
    at        timestamptz not null
);
create index watchlist_events_ticker on watchlist_events (ticker, at);
