/** A reading that is done when first asked for, and kept. */
export function once<T>(read: () => T): () => T {
  const kept = memoise(read);
  return () => kept(undefined);
}

/** A function of one argument that works out each of its values once. */
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
