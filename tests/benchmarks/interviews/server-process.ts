import { existsSync, readFileSync } from 'node:fs';

/** What Linux knows of a process and those that it started; null where there is no `/proc`. */
export interface ProcessFigures {
  /** Milliseconds of processor time, used so far. */
  cpu: number;
  /** Bytes of memory, at this moment. */
  memory: number;
  processes: number;
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

export function processFigures(pid: number): ProcessFigures | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const figures = familyOf(pid).map((one) => ({ cpu: cpuOf(one), memory: memoryOf(one) }));
  return {
    cpu: figures.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: figures.reduce((sum, { memory }) => sum + memory, 0),
    processes: figures.length,
  };
}

function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [
    pid,
    ...children
      .split(' ')
      .filter(Boolean)
      .flatMap((child) => familyOf(Number(child))),
  ];
}

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

function memoryOf(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes) * 1024;
}
