/** A reading that is done when first asked for, and kept. */
export function once<T>(read: () => T): () => T {
  const kept = memoise(read);
  return () => kept('');
}

/** A function of one text that works out each text once. */
export function memoise<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const kept = known.get(text) ?? { value: work(text) };
    known.set(text, kept);
    return kept.value;
  };
}
