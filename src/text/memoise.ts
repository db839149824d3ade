/** Takes a reading; returns a function that reads when first called and keeps what it read. */
export function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

/** Takes a function of one text; returns it so that each text is worked out once. */
export function memoise<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const kept = known.get(text) ?? { value: work(text) };
    known.set(text, kept);
    return kept.value;
  };
}
