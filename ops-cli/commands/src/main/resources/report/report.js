'use strict';

const byId = id => document.getElementById(id);
const dollars = value => value.toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2});
const signed = value => (value >= 0 ? '+' : '') + dollars(value);
const tone = value => value >= 0 ? 'good' : 'bad';

const minute = at => at.slice(0, 5);
const charts = {animation: false, textStyle: {fontFamily: 'system-ui, sans-serif'}};
const halfHours = {interval: (_, at) => /:[03]0$/.test(at), hideOverlap: true};

function element(parent, tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  parent.appendChild(made);
  return made;
}

function nothing(id, text) {
  const place = byId(id);
  place.replaceChildren();
  place.className = 'none';
  place.textContent = text;
}

function heading() {
  const {title, remarks, profitIs, proof} = data.heading;
  byId('title').textContent = title;
  remarks.forEach(remark => element(byId('remarks'), 'p', remark));
  for (const account of data.accounts) {
    const card = element(byId('cards'), 'div', '', 'card');
    element(card, 'h2', account.account);
    element(card, 'div', signed(account.profit), 'big ' + tone(account.profit));
    element(card, 'p', profitIs);
    element(card, 'p', `equity ${dollars(account.equityStart)} to ${dollars(account.equityEnd)}`);
    element(card, 'p', `closed ${account.closed}, of them won ${account.wins} and lost ${account.losses}; still open ${account.open}`);
    if (account.closed > 0) {
      element(card, 'p', `won ${account.winPercent} % of ${account.closed}; a closed position earned ${signed(account.expectancy)} on average`);
    }
    element(card, 'p', `deepest fall of the equity ${dollars(account.drawdown)} (${account.drawdownPercent} %)`);
    element(card, 'p', (account.spreadCost === null ? 'costs: ' : `costs: spread ${dollars(account.spreadCost)}, `) + `fees ${dollars(account.fees)}`);
  }
  if (proof !== null) {
    byId('foot').textContent = `${proof.checked} invariants checked, ${proof.broken.length} broken. Journal ${proof.journalSha256}`;
    proof.broken.forEach(line => element(byId('remarks'), 'p', 'broken: ' + line, 'bad'));
  }
}

function equity() {
  echarts.init(byId('equity')).setOption({
    ...charts,
    tooltip: {trigger: 'axis', valueFormatter: signed},
    legend: {top: 0},
    grid: {left: 70, right: 20, top: 36, bottom: 30},
    xAxis: {type: 'category', axisLine: {onZero: false}, axisTick: halfHours, axisLabel: halfHours, data: Object.values(data.equity)[0]?.map(point => minute(point.at)) ?? []},
    yAxis: {type: 'value', scale: true, axisLabel: {formatter: signed}},
    series: Object.entries(data.equity).map(([account, points]) => {
      const start = data.accounts.find(each => each.account === account).equityStart;
      return {name: account, type: 'line', showSymbol: false, data: points.map(point => +(point.value - start).toFixed(2))};
    })
  });
}

// A mark stands on the newest bar at its time: a minute without a trade has none.
function markOf(fill, points) {
  const bar = points.findLast(point => point.at <= fill.at) ?? points[0];
  return {
    name: fill.at,
    value: `${fill.account}: ${fill.side} ${fill.quantity} ${fill.symbol} at ${dollars(fill.price)} (${fill.reason})`,
    coord: [minute(bar.at), bar.value],
    symbol: 'triangle',
    symbolRotate: fill.side === 'BUY' ? 0 : 180,
    symbolSize: 13,
    itemStyle: {color: fill.side === 'BUY' ? '#17795e' : '#b3362b'}
  };
}

function price() {
  const choice = byId('ticker');
  const tickers = Object.keys(data.prices);
  if (tickers.length === 0) {
    choice.remove();
    nothing('price', 'No ticker was traded.');
    return;
  }
  tickers.forEach(ticker => element(choice, 'option', ticker));
  const chart = echarts.init(byId('price'));
  const show = () => {
    const points = data.prices[choice.value];
    chart.setOption({
      ...charts,
      tooltip: {trigger: 'axis', axisPointer: {type: 'line'}, formatter: ([at]) => [
        `${at.name}  ${dollars(at.value)}`,
        ...(data.marks[choice.value] ?? []).filter(fill => markOf(fill, points).coord[0] === at.name)
          .map(fill => `${fill.at} ${markOf(fill, points).value}`)
      ].map(echarts.format.encodeHTML).join('<br>')},
      grid: {left: 60, right: 20, top: 20, bottom: 30},
      xAxis: {type: 'category', axisTick: halfHours, axisLabel: halfHours, data: points.map(point => minute(point.at))},
      yAxis: {type: 'value', scale: true},
      series: [{type: 'line', showSymbol: false, lineStyle: {width: 1.2}, data: points.map(point => point.value),
        markPoint: {label: {show: false}, data: (data.marks[choice.value] ?? []).map(fill => markOf(fill, points))}}]
    }, true);
  };
  choice.addEventListener('change', show);
  show();
}

function funnel() {
  const accounts = [...new Set(data.funnel.map(step => step.account))];
  const steps = [...new Set(data.funnel.map(step => step.step))];
  if (steps.length === 0) {
    nothing('funnel', 'There was no signal.');
    return;
  }
  echarts.init(byId('funnel')).setOption({
    ...charts,
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
    legend: {top: 0},
    grid: {left: 20, right: 40, top: 36, bottom: 4, containLabel: true},
    xAxis: {type: 'value', minInterval: 1},
    yAxis: {type: 'category', inverse: true, data: steps},
    series: accounts.map(account => ({
      name: account, type: 'bar', barMaxWidth: 20, label: {show: true, position: 'right'},
      data: steps.map(step => data.funnel.find(each => each.account === account && each.step === step)?.count ?? 0)
    }))
  });
}

function bars(id, counts, otherwise) {
  const sorted = Object.entries(counts).sort((one, other) => other[1] - one[1]);
  if (sorted.length === 0) {
    nothing(id, otherwise);
    return;
  }
  echarts.init(byId(id)).setOption({
    ...charts,
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
    grid: {left: 20, right: 40, top: 10, bottom: 4, containLabel: true},
    xAxis: {type: 'value', minInterval: 1},
    yAxis: {type: 'category', inverse: true, data: sorted.map(each => each[0])},
    series: [{type: 'bar', barMaxWidth: 28, label: {show: true, position: 'right'}, data: sorted.map(each => each[1])}]
  });
}

function trades() {
  const table = byId('trades');
  if (data.trades.length === 0) {
    nothing('trades', 'No position was opened.');
    return;
  }
  const columns = ['account', 'symbol', 'quantity', 'opened', 'closed', 'entry', 'exit', 'profit', 'fees', 'reason'];
  const money = new Set(['entry', 'exit', 'profit', 'fees']);
  const numeric = money.union(new Set(['quantity']));
  const head = element(table, 'tr', '');
  columns.forEach(column => element(head, 'th', column, numeric.has(column) ? 'n' : ''));
  for (const trade of data.trades) {
    const row = element(table, 'tr', '');
    for (const column of columns) {
      const value = trade[column];
      const text = value === null ? '-' : column === 'profit' ? signed(value) : money.has(column) ? dollars(value) : String(value);
      element(row, 'td', text, (numeric.has(column) ? 'n ' : '') + (column === 'profit' ? tone(value) : ''));
    }
  }
}

heading();
equity();
price();
funnel();
bars('exits', data.exits, 'No position was closed.');
bars('skips', data.skips, 'No signal was skipped.');
trades();
window.addEventListener('resize', () => document.querySelectorAll('.chart').forEach(node => echarts.getInstanceByDom(node)?.resize()));
