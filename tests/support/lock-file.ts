interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  os?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

export interface LockFile {
  packages: Record<string, LockedPackage>;
}

/**
 * Dependencies of locked packages that Node would not find in the lock file, or find in another version than
 * the exact one asked for.
 */
export function missingFromLock({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(needsOf(entry)).flatMap(([name, range]) => {
      const found = locked(packages, path, name);
      if (!found) return [`${path} needs ${name} ${range}`];
      const isExact = /^\d+\.\d+\.\d+$/.test(range);
      return isExact && found.version !== range
        ? [`${path} needs ${name} ${range}, not ${found.version}`]
        : [];
    }),
  );
}

function needsOf(entry: LockedPackage): Record<string, string> {
  const peers = Object.entries(entry.peerDependencies ?? {}).filter(
    ([name]) => !entry.peerDependenciesMeta?.[name]?.optional,
  );
  return {
    ...Object.fromEntries(peers),
    ...entry.dependencies,
    ...entry.devDependencies,
    ...entry.optionalDependencies,
  };
}

/** Node's way of looking: in the package's own `node_modules`, then outwards. */
function locked(packages: LockFile['packages'], from: string, name: string): LockedPackage | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (found || folder === '') return found;
  }
}
