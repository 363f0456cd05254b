-- The one list of tickers that the pipeline follows.
create table ticker_universe (
    ticker       text primary key,
    source       text not null check (source in ('OPERATOR', 'ADVISOR', 'LLM')),
    sector       text,
    catalyst     text,
    confidence   numeric not null check (confidence between 0.5 and 1),
    active       boolean not null,
    changed_at   timestamptz not null
);
create index ticker_universe_active on ticker_universe (ticker) where active;
