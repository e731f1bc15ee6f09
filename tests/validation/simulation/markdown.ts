export function table(head: readonly string[], rows: readonly string[]): string {
  const [first = '', ...others] = head;
  const isNumber = first === 'n';
  return [row(head), row([isNumber ? '---:' : '---', ...others.map(() => '---:')]), ...rows].join('\n');
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function percent(part: number, decimals = 1): string {
  return `${(part * 100).toFixed(decimals)} %`;
}
