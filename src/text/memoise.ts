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
  const known = new Map<Key, { readonly value: T }>();
  return (key) => {
    const kept = known.get(key);
    if (kept) return kept.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}
