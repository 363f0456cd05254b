'use strict';

const byId = id => document.getElementById(id);
const dollars = value => value.toLocaleString('en-US', {minimumFractionDigits: 2, maximumFractionDigits: 2});
const signed = value => (value >= 0 ? '+' : '') + dollars(value);
const tone = value => value >= 0 ? 'good' : 'bad';

function element(parent, tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  parent.appendChild(made);
  return made;
}

function heading() {
  const result = data.result;
  byId('title').textContent = `${result.day}, ${data.tickers} tickers, ${result.mode} market, seed ${result.seed}`;
  data.remarks.forEach(remark => element(byId('remarks'), 'p', remark));
  for (const account of result.accounts) {
    const card = element(byId('cards'), 'div', '', 'card');
    element(card, 'h2', account.account);
    element(card, 'div', signed(account.pnl), 'big ' + tone(account.pnl));
    element(card, 'p', `${dollars(account.equityStart)} to ${dollars(account.equityEnd)}`);
    element(card, 'p', `${account.closed} closed: ${account.wins} wins, ${account.losses} losses; ${account.open} open`);
    element(card, 'p', `costs: spread ${dollars(account.spreadCost)}, fees ${dollars(account.fees)}`);
  }
  byId('foot').textContent = `${result.invariants.checked} invariants checked, ${result.invariants.broken.length} broken. Journal ${result.journalSha256}`;
}

function equity() {
  echarts.init(byId('equity')).setOption({
    tooltip: {trigger: 'axis', valueFormatter: signed},
    legend: {top: 0},
    grid: {left: 70, right: 20, top: 36, bottom: 30},
    xAxis: {type: 'category', data: Object.values(data.equity)[0]?.map(point => point.at.slice(0, 5)) ?? []},
    yAxis: {type: 'value', scale: true, axisLabel: {formatter: signed}},
    series: Object.entries(data.equity).map(([account, points]) => {
      const start = data.result.accounts.find(each => each.account === account).equityStart;
      return {name: account, type: 'line', showSymbol: false, data: points.map(point => +(point.value - start).toFixed(2))};
    })
  });
}

function price() {
  const chart = echarts.init(byId('price'));
  const choice = byId('ticker');
  Object.keys(data.prices).forEach(ticker => element(choice, 'option', ticker));
  const show = () => {
    const points = data.prices[choice.value] ?? [];
    const closes = new Map(points.map(point => [point.at.slice(0, 5), point.value]));
    const marks = (data.marks[choice.value] ?? []).map(mark => ({
      name: mark.reason,
      value: `${mark.account}: ${mark.side} ${mark.quantity} ${mark.symbol} at ${mark.price} (${mark.reason})`,
      coord: [mark.at.slice(0, 5), closes.get(mark.at.slice(0, 5)) ?? points.at(-1)?.value],
      symbol: 'triangle',
      symbolRotate: mark.side === 'BUY' ? 0 : 180,
      symbolSize: 13,
      itemStyle: {color: mark.side === 'BUY' ? '#17795e' : '#b3362b'}
    }));
    chart.setOption({
      tooltip: {trigger: 'item', formatter: item => item.componentType === 'markPoint' ? item.data.value : `${item.name}: ${item.value}`},
      grid: {left: 60, right: 20, top: 20, bottom: 30},
      xAxis: {type: 'category', data: points.map(point => point.at.slice(0, 5))},
      yAxis: {type: 'value', scale: true},
      series: [{type: 'line', showSymbol: false, lineStyle: {width: 1.2}, data: points.map(point => point.value),
        markPoint: {label: {show: false}, data: marks}}]
    }, true);
  };
  choice.addEventListener('change', show);
  show();
}

function funnel() {
  const accounts = [...new Set(data.funnel.map(step => step.account))];
  const steps = [...new Set(data.funnel.map(step => step.step))];
  echarts.init(byId('funnel')).setOption({
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
    legend: {top: 0},
    grid: {left: 150, right: 40, top: 36, bottom: 20},
    xAxis: {type: 'value'},
    yAxis: {type: 'category', inverse: true, data: steps},
    series: accounts.map(account => ({
      name: account, type: 'bar', label: {show: true, position: 'right'},
      data: steps.map(step => data.funnel.find(each => each.account === account && each.step === step)?.count ?? 0)
    }))
  });
}

function bars(id, counts) {
  const sorted = Object.entries(counts).sort((one, other) => other[1] - one[1]);
  echarts.init(byId(id)).setOption({
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
    grid: {left: 150, right: 40, top: 10, bottom: 20},
    xAxis: {type: 'value', minInterval: 1},
    yAxis: {type: 'category', inverse: true, data: sorted.map(each => each[0])},
    series: [{type: 'bar', label: {show: true, position: 'right'}, data: sorted.map(each => each[1])}]
  });
}

function trades() {
  const table = byId('trades');
  const columns = ['account', 'symbol', 'quantity', 'opened', 'closed', 'entry', 'exit', 'profit', 'fees', 'reason'];
  const numeric = new Set(['quantity', 'entry', 'exit', 'profit', 'fees']);
  const head = element(table, 'tr', '');
  columns.forEach(column => element(head, 'th', column, numeric.has(column) ? 'n' : ''));
  for (const trade of data.trades) {
    const row = element(table, 'tr', '');
    for (const column of columns) {
      const value = trade[column];
      const text = column === 'profit' ? signed(value) : String(value);
      element(row, 'td', text, (numeric.has(column) ? 'n ' : '') + (column === 'profit' ? tone(value) : ''));
    }
  }
}

heading();
equity();
price();
funnel();
bars('exits', data.result.exits);
bars('skips', data.result.skips);
trades();
window.addEventListener('resize', () => document.querySelectorAll('.chart').forEach(node => echarts.getInstanceByDom(node)?.resize()));
