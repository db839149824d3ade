/** Returns a function that computes its value on the first call and keeps it. */
export function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

/** Returns a function that computes the value for each key once. */
export function memoise<Key, T>(work: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, T>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined || known.has(key)) return kept as T;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
