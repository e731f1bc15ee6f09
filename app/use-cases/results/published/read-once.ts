/**
 * Reads what follows from something that never changes, as a publication, once for as long as that is kept in
 * memory. What was read is shared: it is not to be changed.
 */
export function readOnce<Subject extends object, Read>(
  read: (subject: Subject) => Read,
): (subject: Subject) => Read {
  const known = new WeakMap<Subject, { read: Read }>();
  return (subject) => {
    const found = known.get(subject) ?? { read: read(subject) };
    known.set(subject, found);
    return found.read;
  };
}
