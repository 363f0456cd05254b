-- News and what was understood of it. Filled by ingest; read by signals, watchlist and discovery.
create table news_clusters (
    cluster_id   bigint generated always as identity primary key,
    title        text not null,
    first_seen   timestamptz not null
);
create index news_clusters_age on news_clusters (first_seen);

create table news_items (
    item_id              bigint generated always as identity primary key,
    identity             text not null unique,
    cluster_id           bigint references news_clusters,
    feed                 text not null,
    title                text not null,
    link                 text,
    content              text,
    published_at         timestamptz not null,
    published_clamped    boolean not null,
    fetched_at           timestamptz not null,
    sentiment_label      text check (sentiment_label in ('POSITIVE', 'NEGATIVE', 'NEUTRAL')),
    probability_positive double precision check (probability_positive between 0 and 1),
    probability_negative double precision check (probability_negative between 0 and 1),
    probability_neutral  double precision check (probability_neutral between 0 and 1),
    sentiment_score      double precision check (sentiment_score between -1 and 1),
    sentiment_model      text,
    attempts             integer not null check (attempts >= 0),
    check ((sentiment_label is null) = (sentiment_score is null))
);
create index news_items_fetched on news_items (fetched_at);
create index news_items_unscored on news_items (fetched_at) where sentiment_score is null;

create table news_tickers (
    item_id  bigint not null references news_items on delete cascade,
    ticker   text not null,
    how      text not null check (how in ('CASHTAG', 'NAME', 'SYMBOL')),
    primary key (item_id, ticker)
);
create index news_tickers_ticker on news_tickers (ticker, item_id);

create table feed_states (
    feed           text primary key,
    etag           text,
    last_modified  text,
    fetched_at     timestamptz,
    failures       integer not null check (failures >= 0)
);
